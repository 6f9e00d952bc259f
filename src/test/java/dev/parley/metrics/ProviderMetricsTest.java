package dev.parley.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.LanguageModel;
import dev.parley.providers.LanguageModel.Prompt;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProviderMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ProviderMetrics metrics = new ProviderMetrics(registry);

    @Test
    void measuresAnAnswerOnceByItsFirstPiece() {
        var events = List.<ReplyEvent>of(new ReplyEvent.Text("a"), new ReplyEvent.Text("b"));
        var model = metrics.model(_ -> reply(events.iterator()), "tiny");

        try (var reply = model.stream(new Prompt(List.of(), null))) {
            assertThat(reply).containsExactlyElementsOf(events);
        }

        assertThat(registry.get("parley.provider.latency").tags("provider", "tiny").timer().count())
                .isOne();
        assertThat(failures(Reason.TOO_SLOW)).isZero();
    }

    @Test
    void countsFailuresByTheirReasonWheneverTheyCome() {
        var failure = new ProviderFailure(Reason.TOO_SLOW, "no answer");
        LanguageModel atOnce =
                _ -> {
                    throw failure;
                };
        var whileReading = metrics.model(_ -> reply(failing(failure)), "tiny");

        assertThatThrownBy(() -> metrics.model(atOnce, "tiny").stream(new Prompt(List.of(), null)))
                .isSameAs(failure);
        try (var reply = whileReading.stream(new Prompt(List.of(), null))) {
            assertThatThrownBy(() -> reply.iterator().next()).isSameAs(failure);
        }

        assertThat(failures(Reason.TOO_SLOW)).isEqualTo(2);
        assertThat(failures(Reason.GARBAGE)).isZero();
    }

    private double failures(Reason reason) {
        return registry.get("parley.provider.failures")
                .tags("kind", "model", "reason", reason.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }

    private static LanguageModel.ReplyStream reply(Iterator<ReplyEvent> events) {
        return new LanguageModel.ReplyStream() {
            @Override
            public Iterator<ReplyEvent> iterator() {
                return events;
            }

            @Override
            public void close() {}
        };
    }

    private static Iterator<ReplyEvent> failing(ProviderFailure failure) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ReplyEvent next() {
                throw failure;
            }
        };
    }
}
