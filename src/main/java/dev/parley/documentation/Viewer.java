package dev.parley.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/// The page that shows the contract: Swagger UI from its WebJar, and the few lines that start it.
///
/// @param page HTML; refers to the files by addresses that change with their content
/// @param files what the page loads, by name
/// @param version of the files, part of their addresses
record Viewer(Asset page, Map<String, Asset> files, String version) {
    private static final String OURS = "/dev/parley/documentation/";
    private static final String THEIRS = "/META-INF/resources/webjars/swagger-ui/";
    private static final String THEIR_VERSION =
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    static Viewer read() {
        var theirs = THEIRS + theirVersion() + "/";
        var files =
                Map.of(
                        "swagger-ui.css", Asset.at(theirs + "swagger-ui.css", STYLE),
                        "swagger-ui-bundle.js", Asset.at(theirs + "swagger-ui-bundle.js", SCRIPT),
                        "docs.css", Asset.at(OURS + "docs.css", STYLE),
                        "docs.js", Asset.at(OURS + "docs.js", SCRIPT),
                        "favicon.png", Asset.at(theirs + "favicon-32x32.png", "image/png"));
        var version = Asset.version(files);
        var page = new String(Asset.read(OURS + "docs.html"), UTF_8).replace("{version}", version);
        return new Viewer(
                Asset.of("text/html; charset=utf-8", page.getBytes(UTF_8)), files, version);
    }

    private static String theirVersion() {
        try {
            var properties = new Properties();
            properties.load(new StringReader(new String(Asset.read(THEIR_VERSION), UTF_8)));
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
