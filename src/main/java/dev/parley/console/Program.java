package dev.parley.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.documentation.Asset;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The console as the browser's bundler left it: pages, and files whose names change with what is
/// in them.
///
/// @param pages by name, with `{nonce}` where the number of one answer belongs
/// @param files by name
record Program(Map<String, String> pages, Map<String, Asset> files) {
    private static final String FOLDER = "/dev/parley/console/";
    private static final Map<String, String> TYPES =
            Map.of(
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2");

    /// Read when first asked for.
    private static final class Read {
        static final Optional<Program> PROGRAM = read();
    }

    /// What was built; empty when the build had no Node.js.
    static Optional<Program> built() {
        return Read.PROGRAM;
    }

    private static Optional<Program> read() {
        if (Program.class.getResource(FOLDER + "manifest.json") == null) {
            return Optional.empty();
        }
        var pages = new HashMap<String, String>();
        var files = new HashMap<String, Asset>();
        for (var chunk : manifest().properties()) {
            if (chunk.getKey().endsWith(".html")) {
                pages.put(chunk.getKey(), new String(Asset.read(FOLDER + chunk.getKey()), UTF_8));
            }
            for (var path : named(chunk.getValue())) {
                var extension = path.substring(path.lastIndexOf('.') + 1);
                var type = TYPES.getOrDefault(extension, "application/octet-stream");
                files.put(path.substring(path.lastIndexOf('/') + 1), Asset.at(FOLDER + path, type));
            }
        }
        return Optional.of(new Program(Map.copyOf(pages), Map.copyOf(files)));
    }

    private static JsonNode manifest() {
        try {
            return Json.parse(Asset.read(FOLDER + "manifest.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("The console was not built right", e);
        }
    }

    /// Every file that a chunk of a Vite manifest names.
    private static Set<String> named(JsonNode chunk) {
        var paths = new HashSet<String>();
        paths.add(chunk.path("file").asText());
        chunk.path("css").forEach(file -> paths.add(file.asText()));
        chunk.path("assets").forEach(file -> paths.add(file.asText()));
        return paths;
    }
}
