package dev.parley.voices;

import dev.parley.agents.Voice;
import dev.parley.agents.Voice.LanguageAccent;
import dev.parley.providers.speech.TextToSpeech;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Every voice of everybody who speaks, by the id agents know it by.
public final class VoiceCatalogue {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// @param speakers in the order their voices are offered
    public VoiceCatalogue(List<TextToSpeech> speakers) {
        for (var speaker : speakers) {
            speaker.voices()
                    .forEach(voice -> entries.putIfAbsent(voice.id(), new Entry(speaker, voice)));
        }
    }

    /// A voice and who speaks with it.
    public record Entry(TextToSpeech speaker, TextToSpeech.Voice voice) {
        private VoiceModel model(String previewUrl) {
            var accent = new LanguageAccent(voice.language(), voice.accent());
            return new VoiceModel(
                    new Voice(voice.gender(), accent, voice.id(), null, false),
                    previewUrl,
                    voice.name(),
                    voice.description());
        }
    }

    public Optional<Entry> find(String modelId) {
        return Optional.ofNullable(entries.get(modelId));
    }

    /// @param previewUrl where the voice of an id can be heard
    List<VoiceModel> models(Function<String, String> previewUrl) {
        return entries.values().stream()
                .map(entry -> entry.model(previewUrl.apply(entry.voice().id())))
                .toList();
    }
}
