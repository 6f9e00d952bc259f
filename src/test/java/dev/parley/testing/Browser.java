package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.call.sound.Signals;
import dev.parley.call.sound.Sound;
import dev.parley.call.sound.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of Node.js that drive the Chromium of this machine.
public final class Browser {
    private static final int SECONDS = 240;

    private Browser() {}

    /// Where Chromium is.
    public static String chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name ->
                        Stream.of(System.getenv("PATH").split(":"))
                                .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("This test needs Chromium: install it."));
    }

    /// A microphone's file: a second of voice that is answered for three, another one in the middle
    /// of that answer, and then silence until the answer to it is over.
    public static Path microphone(Path folder) throws IOException {
        var voice = Signals.speech(48_000, 1_000);
        var sound = Sound.silence(48_000, 11_000);
        for (int millis : new int[] {1_500, 4_500}) {
            int at = 48 * millis;
            System.arraycopy(voice.samples(), 0, sound.samples(), at, voice.samples().length);
        }
        var file = folder.resolve("microphone.wav");
        try (var out = Files.newOutputStream(file)) {
            Wav.write(out, sound);
        }
        return file;
    }

    /// What the program says; fails with what it complains of when it does not end well.
    public static String run(Path folder, Map<String, String> settings, String... command)
            throws Exception {
        var out = Files.createTempFile("browser", ".out");
        var log = Files.createTempFile("browser", ".log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(log.toFile());
        builder.environment().putAll(settings);
        var process = builder.start();
        var isDone = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(isDone && process.exitValue() == 0)
                .as(
                        "%s%n%s%n%s",
                        String.join(" ", command), Files.readString(out), Files.readString(log))
                .isTrue();
        var said = Files.readString(out);
        Files.delete(out);
        Files.delete(log);
        return said;
    }
}
