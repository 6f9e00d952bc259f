package dev.parley.voice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.call.sound.Signals;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.FakeProviders;
import dev.parley.testing.Given;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.SpokenCaller;
import dev.parley.testing.TestServer;
import dev.parley.testing.ToxicProxy;
import dev.parley.testing.ToxicProxy.Toxic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Whatever a provider does, a caller hears something within five seconds, be it an apology, or the
/// line is closed properly: every fault at every stage (N1 to N4).
class ProviderFaultsIT {
    private static final double LONGEST_DEAD_AIR = 5.0;

    /// For a machine that does other things as well.
    private static final double TOLERANCE = 1.0;

    private enum Stage {
        RECOGNISER,
        MODEL,
        VOICE
    }

    @Test
    void endsInSpeechOrIsHungUp() throws Exception {
        var found = new ArrayList<String>();
        try (var first = new House();
                var second = new House();
                var third = new House();
                var threads = Executors.newFixedThreadPool(Stage.values().length)) {
            var running =
                    List.of(
                            threads.submit(() -> first.faultsOf(Stage.RECOGNISER)),
                            threads.submit(() -> second.faultsOf(Stage.MODEL)),
                            threads.submit(() -> third.faultsOf(Stage.VOICE)));
            for (var stage : running) {
                found.addAll(stage.get());
            }
        }

        assertThat(found).isEmpty();
    }

    /// A server whose three providers can be spoiled.
    private static final class House implements AutoCloseable {
        private final FakeProviders providers =
                FakeProviders.start(
                        new FakeProviders.Delays(
                                Duration.ofMillis(20),
                                Duration.ofMillis(50),
                                Duration.ofMillis(50)),
                        new FakeProviders.Says(
                                "When do you open today?", "We open at noon and close at ten."),
                        Signals.speech(16_000, 1_500, 190, 3));
        private final Map<Stage, ToxicProxy> proxies = new EnumMap<>(Stage.class);
        private final TestServer server;
        private final Api api;
        private final String agent;

        House() {
            for (var stage : Stage.values()) {
                proxies.put(stage, new ToxicProxy(providers.port()));
            }
            server =
                    TestServer.start(
                            Map.of(
                                    "PARLEY_STT_DEEPGRAM_URL",
                                    "ws://127.0.0.1:" + port(Stage.RECOGNISER) + "/v1/listen",
                                    "PARLEY_LLM_BASE_URL",
                                    "http://127.0.0.1:" + port(Stage.MODEL) + "/v1",
                                    "PARLEY_LLM_MODEL",
                                    "tiny",
                                    "PARLEY_TTS_BASE_URL",
                                    "http://127.0.0.1:" + port(Stage.VOICE) + "/v1",
                                    "PARLEY_TTS_MODEL",
                                    "tts-1",
                                    "PARLEY_ESPEAK_NG",
                                    "none"));
            api = server.api();
            agent = Given.agent(api);
        }

        private int port(Stage stage) {
            return proxy(stage).port();
        }

        private ToxicProxy proxy(Stage stage) {
            return requireNonNull(proxies.get(stage));
        }

        /// What went wrong with the calls in which one stage fails.
        List<String> faultsOf(Stage stage) {
            var wrong = new ArrayList<String>();
            for (var toxic : Toxic.values()) {
                var fault = fault(stage, toxic);
                if (!fault.isEmpty()) {
                    wrong.add(stage + " " + toxic + ": " + fault);
                }
            }
            return wrong;
        }

        /// One call with that fault; what is wrong with it, nothing when nothing is.
        String fault(Stage stage, Toxic toxic) {
            var proxy = proxy(stage);
            if (stage == Stage.RECOGNISER) {
                proxy.turn(toxic);
            }
            try (var caller = SpokenCaller.of(api, agent)) {
                Await.until(
                        Duration.ofSeconds(20),
                        () -> {
                            assertThat(caller.seconds() > 0.5 || caller.closed().isDone())
                                    .as("greeting")
                                    .isTrue();
                            return caller;
                        });
                proxy.turn(toxic);
                return outcome(caller);
            } catch (AssertionError e) {
                return String.valueOf(e.getMessage());
            } finally {
                proxy.turn(Toxic.NONE);
            }
        }

        private static String outcome(SpokenCaller caller) {
            awaitSilence(caller);
            caller.says(SpeechLike.say(1.2, 140));
            long spoken = System.nanoTime() + Duration.ofMillis(1_200).toNanos();
            Await.until(
                    Duration.ofSeconds(15),
                    () -> {
                        assertThat(caller.closed().isDone() || hasHeard(caller, spoken))
                                .as("an answer, or the end")
                                .isTrue();
                        return caller;
                    });
            double dead = (System.nanoTime() - spoken) / 1e9;
            if (dead > LONGEST_DEAD_AIR + TOLERANCE) {
                return "%.1f seconds of dead air".formatted(dead);
            }
            int code = caller.closed().isDone() ? caller.closed().join() : 1000;
            return code == 1000 || code == 1011 ? "" : "closed with " + code;
        }

        /// Until the greeting is over.
        private static void awaitSilence(SpokenCaller caller) {
            Await.until(
                    Duration.ofSeconds(15),
                    () -> {
                        var last = caller.heard().isEmpty() ? 0 : caller.heard().getLast().nanos();
                        assertThat(caller.closed().isDone() || System.nanoTime() - last > 700e6)
                                .as("the greeting ends")
                                .isTrue();
                        return caller;
                    });
        }

        private static boolean hasHeard(SpokenCaller caller, long since) {
            return !caller.heard().isEmpty() && caller.heard().getLast().nanos() - since > 0;
        }

        @Override
        public void close() throws IOException {
            server.close();
            providers.close();
            for (var proxy : proxies.values()) {
                proxy.close();
            }
        }
    }
}
