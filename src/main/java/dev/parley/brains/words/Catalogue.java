package dev.parley.brains.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The word lists and phrases that lie beside this package's classes.
public final class Catalogue {
    private Catalogue() {}

    public static Properties read(String name) {
        var properties = new Properties();
        try (var file = Catalogue.class.getResourceAsStream(name + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("No catalogue " + name);
            }
            properties.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
