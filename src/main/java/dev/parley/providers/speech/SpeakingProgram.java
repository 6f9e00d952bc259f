package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.Watchdog;
import dev.parley.providers.speech.TextToSpeech.Speech;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A program that speaks, one process a text. The text goes in by its standard input and never into
/// its arguments; the sound comes out while it is made.
///
/// @param name for messages
record SpeakingProgram(String name, Path program) {
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /// Ten minutes at the usual rate.
    private static final long MAX_BYTES = 10 * 60 * 44_100L;

    /// Finds out how many samples a second there are.
    @FunctionalInterface
    interface Rate {
        /// @param sound of which it may take what is no sample
        int read(InputStream sound) throws IOException;
    }

    /// Blocks until the first sound is there.
    ///
    /// @throws ProviderFailure when the program does not start, or says nothing
    Speech speak(List<String> arguments, String text, Rate rate) {
        Process process;
        try {
            process = start(arguments);
        } catch (IOException e) {
            throw new ProviderFailure(Reason.UNREACHABLE, name + " does not start", e);
        }
        var isLate = new AtomicBoolean();
        var watchdog =
                new Watchdog(() -> {
                    isLate.set(true);
                    process.destroyForcibly();
                });
        try {
            return speech(process, watchdog, text, rate);
        } catch (IOException | ProviderFailure e) {
            watchdog.close();
            process.destroyForcibly();
            throw isLate.get()
                    ? new ProviderFailure(Reason.TOO_SLOW, name + " says nothing", e)
                    : new ProviderFailure(Reason.GARBAGE, name + " does not speak", e);
        }
    }

    private Speech speech(Process process, Watchdog watchdog, String text, Rate rate)
            throws IOException {
        // read while it is written: neither side's pipe may fill up
        Thread.ofVirtual().name(name).start(() -> write(process, text));
        InputStream samples =
                new Bounded(
                        new BufferedInputStream(process.getInputStream()),
                        MAX_BYTES,
                        watchdog,
                        SILENCE,
                        () -> checkEnd(process));
        return new Speech(
                rate.read(samples),
                samples,
                () -> {
                    watchdog.close();
                    process.destroyForcibly();
                });
    }

    private void checkEnd(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException(name + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void write(Process process, String text) {
        try (var out = process.getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // whoever reads finds that nothing comes
        }
    }
}
