package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.Watchdog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The built-in voices: the program espeak-ng, one process a sentence. The text goes in by its
/// standard input and never into its arguments.
public final class BuiltInTextToSpeech implements TextToSpeech {
    /// The id of the voice every server has, installed or not.
    public static final String FIRST = "built-in";

    private static final String SAMPLE = "built-in.wav";

    private static final Duration SILENCE = Duration.ofSeconds(5);

    /// Ten minutes at the program's rate.
    private static final long MAX_BYTES = 10 * 60 * 44_100L;

    private static final String FEMALE = "+f3";
    private static final String MALE = "+m3";

    private record Tone(Voice voice, String program) {}

    private static final List<Tone> TONES =
            List.of(
                    tone(FIRST, "Sophia", "Female", "English", "American", "en-us" + FEMALE),
                    tone(
                            "built-in.en-us.male",
                            "Henry",
                            "Male",
                            "English",
                            "American",
                            "en-us" + MALE),
                    tone(
                            "built-in.en-gb.female",
                            "Alice",
                            "Female",
                            "English",
                            "British",
                            "en-gb" + FEMALE),
                    tone(
                            "built-in.en-gb.male",
                            "Oliver",
                            "Male",
                            "English",
                            "British",
                            "en-gb" + MALE),
                    tone(
                            "built-in.es.female",
                            "Lucia",
                            "Female",
                            "Spanish",
                            "American",
                            "es-419" + FEMALE),
                    tone(
                            "built-in.es.male",
                            "Mateo",
                            "Male",
                            "Spanish",
                            "American",
                            "es-419" + MALE),
                    tone("built-in.hi.female", "Asha", "Female", "Hindi", "Hindi", "hi" + FEMALE),
                    tone("built-in.hi.male", "Arjun", "Male", "Hindi", "Hindi", "hi" + MALE));
    private static final Map<String, Tone> BY_ID =
            TONES.stream().collect(Collectors.toMap(tone -> tone.voice().id(), tone -> tone));

    private final @Nullable Path program;

    /// @param program espeak-ng; empty when it is not installed
    public BuiltInTextToSpeech(Optional<Path> program) {
        this.program = program.orElse(null);
    }

    /// Every voice, or the first alone when the program that speaks is not installed.
    @Override
    public List<Voice> voices() {
        var all = TONES.stream().map(Tone::voice).toList();
        return program == null ? all.subList(0, 1) : all;
    }

    @Override
    public boolean canSpeak() {
        return program != null;
    }

    @Override
    public String describe() {
        return program == null ? SAMPLE : "espeak-ng";
    }

    /// Short, and made by the program itself.
    @Override
    public Optional<byte[]> sample(String voice) {
        if (program != null || !voice.equals(FIRST)) {
            return Optional.empty();
        }
        try (var file = BuiltInTextToSpeech.class.getResourceAsStream(SAMPLE)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws ProviderFailure `REFUSED` when the program is not installed
    @Override
    public Speech speak(String voice, String text) {
        var tone = BY_ID.get(voice);
        if (program == null || tone == null) {
            throw new ProviderFailure(Reason.REFUSED, "the built-in voice is not installed");
        }
        Process process;
        try {
            process = start(program, tone.program());
        } catch (IOException e) {
            throw new ProviderFailure(Reason.UNREACHABLE, "espeak-ng does not start", e);
        }
        var isLate = new AtomicBoolean();
        var watchdog =
                new Watchdog(() -> {
                    isLate.set(true);
                    process.destroyForcibly();
                });
        try {
            return speech(process, watchdog, text);
        } catch (IOException | ProviderFailure e) {
            watchdog.close();
            process.destroyForcibly();
            throw isLate.get()
                    ? new ProviderFailure(Reason.TOO_SLOW, "espeak-ng says nothing", e)
                    : new ProviderFailure(Reason.GARBAGE, "espeak-ng does not speak", e);
        }
    }

    private static Speech speech(Process process, Watchdog watchdog, String text)
            throws IOException {
        // read while it is written: neither side's pipe may fill up
        Thread.ofVirtual().name("espeak-ng").start(() -> write(process, text));
        InputStream samples =
                new Bounded(
                        new BufferedInputStream(process.getInputStream()),
                        MAX_BYTES,
                        watchdog,
                        SILENCE,
                        () -> checkEnd(process));
        var header = WavHeader.read(samples);
        return new Speech(
                header.sampleRate(),
                samples,
                () -> {
                    watchdog.close();
                    process.destroyForcibly();
                });
    }

    private static void checkEnd(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("espeak-ng ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Process start(Path program, String voice) throws IOException {
        return new ProcessBuilder(program.toString(), "-v", voice, "-b", "1", "--stdin", "--stdout")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void write(Process process, String text) {
        try (var out = process.getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // whoever reads finds that nothing comes
        }
    }

    private static Tone tone(
            String id, String name, String gender, String language, String accent, String program) {
        var voice =
                new Voice(
                        id,
                        name,
                        gender,
                        language,
                        accent,
                        "Clear and plain, a little mechanical; needs no network and no key");
        return new Tone(voice, program);
    }
}
