package dev.parley.providers.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognisersTest {
    private static final RecognitionConfig ALL =
            new RecognitionConfig(
                    Optional.of(
                            new RecognitionConfig.Deepgram(
                                    URI.create("ws://127.0.0.1:1/"), "key", "nova-3")),
                    Optional.of(
                            new RecognitionConfig.OpenAi(
                                    URI.create("http://127.0.0.1:1/v1"), "", "whisper-1")),
                    Optional.of(Path.of("ggml-base.bin")));

    private final Recognisers recognisers = new Recognisers(ALL);

    @Test
    void asksInTheOperatorsOrder() {
        assertThat(recognisers.of(null).orElseThrow().describe())
                .matches("nova-3.*, then whisper-1.*, then whisper.cpp.*");
    }

    @Test
    void asksWhomTheOrganizationWantsFirst() {
        assertThat(recognisers.of("{\"ModelProvider\":\"OpenAI\"}").orElseThrow().describe())
                .startsWith("whisper-1");
    }

    @Test
    void leavesItToTheOperatorWhenNobodyHasThatName() {
        for (var other : new String[] {"", "not JSON", "{}", "{\"ModelProvider\":\"Azure\"}"}) {
            assertThat(recognisers.of(other).orElseThrow().describe()).startsWith("nova-3");
        }
    }

    @Test
    void isNobodyWhereNobodyListens() {
        assertThat(new Recognisers(RecognitionConfig.NONE).of(null)).isEmpty();
    }
}
