package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.RawSocket;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients whose sound breaks the rules: W4 and W9 of the threats.
class SoundSocketIT {
    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"mulaw_8000,8000", "pcm_f32le_44100,176400"})
    void w4ClosesSoundThatIsFasterThanSpeechAndNobodyElseNotices(String format, int bytesPerSecond)
            throws Exception {
        try (var other = Caller.of(api, agent, "audio=pcm_s16le_16000&frames=binary")) {
            other.hears();
            var flood =
                    Thread.ofPlatform().start(() -> closesAFlood(format, new byte[bytesPerSecond]));

            var answers = new ArrayList<Long>();
            do {
                long asked = System.nanoTime();
                other.types("When do you open?");
                other.next("SERVER_TO_CLIENT_SYNC");
                answers.add((System.nanoTime() - asked) / 1_000_000);
                other.hears();
            } while (flood.isAlive());

            assertThat(answers).allMatch(millis -> millis < 3_000);
            flood.join();
            assertThat(other.isClosed()).isFalse();
        }
    }

    /// Three clients after one another send fifty seconds of sound a second.
    private static void closesAFlood(String format, byte[] second) {
        for (int client = 0; client < 3; client++) {
            try (var socket = RawSocket.open(url("audio=" + format + "&frames=binary"), 0);
                    var microphone = Executors.newSingleThreadScheduledExecutor()) {
                microphone.scheduleAtFixedRate(
                        () -> send(socket, second), 0, 20, TimeUnit.MILLISECONDS);
                assertThat(socket.closeCode()).isEqualTo(1008);
                microphone.shutdownNow();
            }
        }
    }

    private static void send(RawSocket socket, byte[] sound) {
        try {
            socket.send(RawSocket.BINARY, sound);
        } catch (IOException e) {
            throw new IllegalStateException("closed", e);
        }
    }

    @Test
    void w9TakesWhatIsNoNumberForSilence() {
        var strange =
                List.of(
                        Float.NaN,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.MAX_VALUE,
                        Float.MIN_VALUE,
                        -0f);
        var sound = ByteBuffer.allocate(4 * 44_100).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 44_100; i++) {
            sound.putFloat(strange.get(i / 1_000 % strange.size()));
        }
        try (var caller = Caller.of(api, agent, "audio=pcm_f32le_44100&frames=binary")) {
            caller.hears();

            caller.sounds(sound.array());
            caller.sounds(new byte[3]);
            caller.sounds(new byte[0]);
            caller.send(audio("[1e999, -1e999, 0.5, 7]"));

            // it may have been voice, but the call goes on
            caller.types("When do you open?");
            assertThat(caller.next("END_OF_TURN")).isNotNull();
            assertThat(caller.isClosed()).isFalse();
        }
    }

    @Test
    void w9RefusesWhatIsNoSound() {
        for (var mistake : List.of("\"!\"", "\"AAAA=A\"", "[null]", "[\"1\"]", "[[]]", "{}")) {
            try (var caller = Caller.at(url("audio=pcm_f32le_44100&events=true"))) {
                for (int i = 0; i < 5; i++) {
                    caller.send(audio(mistake));
                    assertThat(caller.event("frame.refused").path("detail").asText()).isNotBlank();
                }
                caller.send(audio(mistake));
                assertThat(caller.closeCode()).as(mistake).isEqualTo(1008);
            }
        }
    }

    private static String audio(String payload) {
        return "{\"command\":\"CLIENT_TO_SERVER_SYNC\",\"payloadType\":\"AUDIO\",\"payload\":"
                + payload
                + "}";
    }

    private static String url(String options) {
        return Caller.connection(api, agent).path("socketUrl").asText() + "&" + options;
    }
}
