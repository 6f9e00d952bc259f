package dev.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A copy of `clients/typescript-smoke` with a client generated into it, ready to be run.
final class SmokeProject {
    private static final Path SOURCES = Path.of("clients", "typescript-smoke");
    private static final Path GENERATOR = Path.of("target", "generators", "openapi-generator.jar");
    private static final Path ALL = Path.of("target", "typescript").toAbsolutePath();
    private static final List<String> PACKAGE =
            List.of("package.json", "package-lock.json", ".npmrc");
    private static final long PATIENCE_SECONDS = 300;

    private final String name;
    private final Path folder;

    private SmokeProject(String name) {
        this.name = name;
        this.folder = ALL.resolve(name);
    }

    /// Makes the project of `src/<name>.test.ts` with a client of `schema`, and compiles it. What
    /// is there already and made from the same is used again.
    ///
    /// @param without sources that this client has no methods for
    static SmokeProject of(String name, ObjectNode schema, String... without) throws IOException {
        install();
        var project = new SmokeProject(name);
        var folder = project.folder;
        delete(folder.resolve("src"));
        delete(folder.resolve("build"));
        copy(SOURCES.resolve("src"), folder.resolve("src"));
        for (var source : without) {
            Files.delete(folder.resolve("src").resolve(source));
        }
        copy(SOURCES.resolve("package.json"), folder.resolve("package.json"));
        copy(SOURCES.resolve("tsconfig.json"), folder.resolve("tsconfig.json"));
        project.generate(ClientSchema.forGenerator(schema).toString());
        Files.writeString(project.contract(), schema.toString());
        run(folder, Map.of(), "npm", "run", "build");
        return project;
    }

    /// Runs its tests with these settings; fails with all they printed when one of them fails.
    ///
    /// @return what they printed
    String test(Map<String, String> settings) {
        return run(folder, settings, "npm", "test", "--", "build/src/" + name + ".test.js");
    }

    /// The schema the answers are checked against.
    Path contract() {
        return folder.resolve("contract.json");
    }

    private void generate(String schema) throws IOException {
        assertThat(GENERATOR).as("comes with `mvn generate-test-resources`").exists();
        var client = folder.resolve("client");
        var made = folder.resolve("client.made-of");
        var state = Files.size(GENERATOR) + "\n" + schema;
        if (isAt(made, state)) {
            return;
        }
        delete(client);
        var file = folder.resolve("openapi.json");
        Files.writeString(file, schema);
        run(
                folder,
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "--generator-name=typescript-fetch",
                "--input-spec=" + file,
                "--output=" + client,
                "--additional-properties=supportsES6=true,importFileExtension=.js",
                "--global-property=apis,models,supportingFiles,apiDocs=false,modelDocs=false");
        Files.writeString(made, state);
    }

    /// The packages of the lock file, once for all projects: Node looks for them upwards.
    private static void install() throws IOException {
        requireNode();
        Files.createDirectories(ALL);
        for (var file : PACKAGE) {
            copy(SOURCES.resolve(file), ALL.resolve(file));
        }
        var installed = ALL.resolve("installed");
        var state = Files.readString(ALL.resolve("package-lock.json"));
        if (!isAt(installed, state)) {
            run(ALL, Map.of(), "npm", "ci");
            Files.writeString(installed, state);
        }
    }

    private static void requireNode() {
        var version = run(Path.of("").toAbsolutePath(), Map.of(), "node", "--version").strip();
        var major = Integer.parseInt(version.replaceFirst("^v(\\d+).*", "$1"));
        assertThat(major)
                .as("Node.js is %s; 20 or newer is needed", version)
                .isGreaterThanOrEqualTo(20);
    }

    private static boolean isAt(Path stamp, String state) throws IOException {
        return Files.exists(stamp) && Files.readString(stamp).equals(state);
    }

    private static String run(Path folder, Map<String, String> settings, String... command) {
        try {
            var log = Files.createTempFile("typescript", ".log");
            var builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("NO_COLOR", "1");
            var process = builder.start();
            var done = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            var output = Files.readString(log);
            Files.delete(log);
            assertThat(done && process.exitValue() == 0)
                    .as("%s in %s%n%s", Arrays.toString(command), folder, output)
                    .isTrue();
            return output;
        } catch (IOException e) {
            throw new AssertionError(
                    "%s could not be run. The generated TypeScript client is tested with Node.js 20 or newer and its npm: install them."
                            .formatted(command[0]),
                    e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
