package dev.parley.providers.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.providers.speech.TextToSpeech.Voice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everybody who can speak here, and who of them speaks for an agent.
public final class Speakers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<TextToSpeech> providers;
    private final Phrases phrases = new Phrases();

    /// @param providers in the order of preference
    public Speakers(List<TextToSpeech> providers) {
        this.providers = providers.stream().filter(TextToSpeech::canSpeak).toList();
    }

    /// The voice an agent wants.
    ///
    /// @param id what the agent's voice holds as `modelId`; null or unknown for any
    /// @param gender `Male`, `Female` or `Neutral`
    /// @param language `English`, `Spanish` or `Hindi`
    /// @param synthesizer the organization's choice: compact JSON with a `ModelProvider`; anything
    ///   else chooses nobody
    public record Wanted(
            @Nullable String id, String gender, String language, @Nullable String synthesizer) {}

    /// The voice that is wanted, and for when it fails the nearest of everybody else; empty when
    /// nobody can speak here.
    public Optional<Speaker> of(Wanted wanted) {
        var id = wanted.id();
        var chosen = chosen(wanted.synthesizer());
        var tones = new ArrayList<Tone>();
        for (var provider : providers) {
            tone(provider, id, wanted).ifPresent(tones::add);
        }
        tones.sort(
                Comparator.<Tone, Boolean>comparing(tone -> !tone.voice().id().equals(id))
                        .thenComparing(tone -> !tone.voice().id().startsWith(chosen)));
        return tones.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.remember(tones.getFirst().name(), new FirstWhoCan(tones)));
    }

    /// What the ids of the chosen provider's voices begin with.
    private static String chosen(@Nullable String synthesizer) {
        try {
            var name =
                    synthesizer == null
                            ? ""
                            : JSON.readTree(synthesizer)
                                    .path("ModelProvider")
                                    .asText("")
                                    .toLowerCase(Locale.ROOT);
            return (name.equals("openai") ? "speech" : name) + ".";
        } catch (IOException _) {
            return ".";
        }
    }

    private static Optional<Tone> tone(TextToSpeech provider, @Nullable String id, Wanted wanted) {
        return provider.voices().stream()
                .min(
                        Comparator.<Voice, Boolean>comparing(voice -> !voice.id().equals(id))
                                .thenComparing(voice -> !voice.language().equals(wanted.language()))
                                .thenComparing(voice -> !voice.gender().equals(wanted.gender())))
                .map(voice -> new Tone(provider, voice));
    }

    /// A voice with whoever has it.
    record Tone(TextToSpeech provider, Voice voice) {
        String name() {
            return provider.describe() + " " + voice.id();
        }
    }
}
