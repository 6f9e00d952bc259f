package dev.parley;

import dev.parley.extraction.BuiltInExtractor;
import dev.parley.extraction.Extractor;
import dev.parley.extraction.ModelExtractor;
import dev.parley.platform.database.Apart;
import dev.parley.platform.database.Database;
import dev.parley.providers.Deadlines;
import dev.parley.providers.LanguageModel;
import dev.parley.providers.LanguageModelConfig;
import dev.parley.providers.OpenAiLanguageModel;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.CarrierConfig;
import dev.parley.providers.carriers.PlivoCarrier;
import dev.parley.providers.carriers.SimulatedCarrier;
import dev.parley.providers.carriers.TwilioCarrier;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.providers.embeddings.EmbeddingsConfig;
import dev.parley.providers.embeddings.MiniLm;
import dev.parley.providers.embeddings.OpenAiEmbeddings;
import dev.parley.providers.speech.BuiltInTextToSpeech;
import dev.parley.providers.speech.ElevenLabsTextToSpeech;
import dev.parley.providers.speech.OpenAiTextToSpeech;
import dev.parley.providers.speech.SpeechConfig;
import dev.parley.providers.speech.TextToSpeech;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which provider stands behind each port, by the settings.
final class Outside {
    private Outside() {}

    static LanguageModel languageModel(LanguageModelConfig config) {
        return new OpenAiLanguageModel(
                config.baseUrl(), config.apiKey(), config.model(), Deadlines.FOR_SPEECH);
    }

    static Extractor extractor(Optional<LanguageModel> model) {
        var builtIn = new BuiltInExtractor();
        return model.<Extractor>map(asked -> new ModelExtractor(asked, builtIn)).orElse(builtIn);
    }

    static Embeddings embeddings(Optional<EmbeddingsConfig> config) {
        return config.<Embeddings>map(OpenAiEmbeddings::new).orElseGet(MiniLm::new);
    }

    /// Everybody who speaks, the built-in voices first.
    static List<TextToSpeech> speakers(SpeechConfig config) {
        var all = new ArrayList<TextToSpeech>();
        all.add(new BuiltInTextToSpeech(config.program()));
        config.piper().ifPresent(all::add);
        config.openAi().map(OpenAiTextToSpeech::new).ifPresent(all::add);
        config.elevenLabs().map(ElevenLabsTextToSpeech::new).ifPresent(all::add);
        return List.copyOf(all);
    }

    static Carrier carrier(CarrierConfig config, Database database, InstantSource clock) {
        return switch (config) {
            case CarrierConfig.Twilio(var account) -> new TwilioCarrier(account);
            case CarrierConfig.Plivo(var account) -> new PlivoCarrier(account);
            case CarrierConfig.Simulated() -> new SimulatedCarrier(new Apart(database), clock);
        };
    }
}
