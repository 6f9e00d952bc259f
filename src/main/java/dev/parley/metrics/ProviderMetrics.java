package dev.parley.metrics;

import dev.parley.providers.LanguageModel;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.recognition.SpeechToText;
import dev.parley.providers.speech.TextToSpeech;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Measures how quick each provider is to begin its answer, and counts how it fails. There are as
/// many rows as the operator has named providers.
public final class ProviderMetrics {
    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(400),
        Duration.ofMillis(800),
        Duration.ofMillis(1_600),
        Duration.ofMillis(3_200)
    };

    private final MeterRegistry registry;

    ProviderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// A model whose first piece of an answer is waited for.
    public LanguageModel model(LanguageModel model, String name) {
        return new MeteredLanguageModel(model, row("model", name));
    }

    /// A voice whose first sound is waited for.
    public TextToSpeech voice(TextToSpeech voice) {
        return new MeteredTextToSpeech(voice, row("voice", voice.describe()));
    }

    /// A recogniser whose last words are waited for, once the caller has stopped.
    public SpeechToText recogniser(SpeechToText recogniser) {
        return new MeteredSpeechToText(recogniser, row("recogniser", recogniser.describe()));
    }

    private Row row(String kind, String name) {
        return new Row(registry, kind, name);
    }

    /// What is known of one provider.
    static final class Row {
        private final Timer latency;
        private final Map<ProviderFailure.Reason, Counter> failures =
                new EnumMap<>(ProviderFailure.Reason.class);

        Row(MeterRegistry registry, String kind, String name) {
            latency =
                    Timer.builder("parley.provider.latency")
                            .tag("kind", kind)
                            .tag("provider", name)
                            .serviceLevelObjectives(STEPS)
                            .register(registry);
            for (var reason : ProviderFailure.Reason.values()) {
                failures.put(
                        reason,
                        Counter.builder("parley.provider.failures")
                                .tag("kind", kind)
                                .tag("provider", name)
                                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
        }

        void answeredAfter(long nanos) {
            latency.record(Duration.ofNanos(nanos));
        }

        void failed(ProviderFailure failure) {
            var counter = failures.get(failure.reason());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
