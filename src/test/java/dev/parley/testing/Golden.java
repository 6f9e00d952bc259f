package dev.parley.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Requests and answers as they were published.
public final class Golden {
    private Golden() {}

    public static ObjectNode read(String name) {
        try (var file = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (file == null) {
                throw new AssertionError("No golden file " + name);
            }
            return (ObjectNode) Api.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
