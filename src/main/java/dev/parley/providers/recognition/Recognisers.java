package dev.parley.providers.recognition;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Everybody who can listen here, and who of them an organization wants.
public final class Recognisers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, SpeechToText> byName = new LinkedHashMap<>();

    public Recognisers(RecognitionConfig config) {
        this(config, UnaryOperator.identity());
    }

    /// @param each what becomes of each, for example one that is measured
    public Recognisers(RecognitionConfig config, UnaryOperator<SpeechToText> each) {
        config.deepgram().ifPresent(it -> byName.put("deepgram", new DeepgramSpeechToText(it)));
        config.openAi()
                .ifPresent(it ->
                        byName.put("openai", new SegmentedSpeechToText(new OpenAiTranscriber(it))));
        config.whisperModel()
                .ifPresent(it ->
                        byName.put(
                                "whisper", new SegmentedSpeechToText(new WhisperTranscriber(it))));
        byName.replaceAll((_, recogniser) -> each.apply(recogniser));
    }

    /// The one an organization names, and then all others, each when those before it fail; empty
    /// when nobody listens here.
    ///
    /// @param transcriber the organization's choice: compact JSON with a `ModelProvider`; anything
    ///   else chooses nobody
    public Optional<SpeechToText> of(@Nullable String transcriber) {
        var names = new ArrayList<>(byName.keySet());
        var wanted = provider(transcriber);
        if (names.remove(wanted)) {
            names.addFirst(wanted);
        }
        List<SpeechToText> chosen = names.stream().map(byName::get).toList();
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        chosen.size() == 1 ? chosen.getFirst() : new FallbackSpeechToText(chosen));
    }

    private static String provider(@Nullable String transcriber) {
        try {
            return transcriber == null
                    ? ""
                    : JSON.readTree(transcriber)
                            .path("ModelProvider")
                            .asText("")
                            .toLowerCase(Locale.ROOT);
        } catch (IOException _) {
            return "";
        }
    }
}
