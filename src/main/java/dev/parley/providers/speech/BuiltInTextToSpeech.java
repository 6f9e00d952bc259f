package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The built-in voices: the program espeak-ng.
public final class BuiltInTextToSpeech implements TextToSpeech {
    /// The id of the voice every server has, installed or not.
    public static final String FIRST = "built-in";

    private static final String SAMPLE = "built-in.wav";

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
        var arguments = List.of("-v", tone.program(), "-b", "1", "--stdin", "--stdout");
        return new SpeakingProgram("espeak-ng", program)
                .speak(arguments, text, samples -> WavHeader.read(samples).sampleRate());
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
