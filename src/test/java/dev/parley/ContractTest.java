package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The routes in the code are the operations of `openapi.yaml`, both ways.
class ContractTest {
    private static final Path CODE = Path.of("src", "main", "java");
    private static final Pattern ROUTE =
            Pattern.compile(
                    "Route\\.(get|post|upload|put|delete)\\(\\s*(\"([^\"]+)\"|[A-Z_]+)\\s*,");
    private static final Pattern CONSTANT =
            Pattern.compile("static final String ([A-Z_]+) =\\s*\"([^\"]+)\";");

    @Test
    void hasNoRouteBesideTheContract() throws IOException {
        var known =
                Contract.operations().stream()
                        .map(o -> o.method() + " " + o.path())
                        .collect(Collectors.toSet());

        assertThat(known).containsAll(routes());
    }

    @Test
    void hasEveryOperationItPromises() throws IOException {
        var promised =
                Contract.operations().stream()
                        .filter(Served::isServed)
                        .map(o -> o.method() + " " + o.path())
                        .toList();

        assertThat(promised).hasSize(55);
        assertThat(routes()).containsAll(promised);
    }

    private static Set<String> routes() throws IOException {
        var routes = new TreeSet<String>();
        try (var files = Files.walk(CODE)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                routes.addAll(routes(Files.readString(file)));
            }
        }
        return routes;
    }

    private static Set<String> routes(String code) {
        var constants = new HashMap<String, String>();
        CONSTANT.matcher(code).results().forEach(c -> constants.put(c.group(1), c.group(2)));
        return ROUTE.matcher(code)
                .results()
                .map(route -> {
                    var path =
                            route.group(3) != null
                                    ? route.group(3)
                                    : constants.getOrDefault(route.group(2), route.group(2));
                    return method(route.group(1)) + " " + path.replaceAll(":(\\w+)", "{$1}");
                })
                .collect(Collectors.toSet());
    }

    private static String method(String maker) {
        return maker.equals("upload") ? "POST" : maker.toUpperCase(Locale.ROOT);
    }
}
