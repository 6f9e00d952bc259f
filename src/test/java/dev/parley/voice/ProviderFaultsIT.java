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
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Whatever a provider does, a caller hears something within five seconds, be it an apology, or the
/// line is closed properly: every fault at every stage (N1 to N4).
class ProviderFaultsIT {
    private static final double LONGEST_DEAD_AIR = 5.0;

    /// For a machine that does other things as well.
    private static final double TOLERANCE = 1.0;

    /// No more of them than fail before a breaker opens, so that each is really met.
    private static final List<List<Toxic>> GROUPS =
            List.of(
                    List.of(
                            Toxic.REFUSE,
                            Toxic.HANG_BEFORE_HEADERS,
                            Toxic.HANG_MID_STREAM,
                            Toxic.RESET,
                            Toxic.SLOW),
                    List.of(
                            Toxic.NONE,
                            Toxic.GARBAGE,
                            Toxic.STATUS_429,
                            Toxic.STATUS_500,
                            Toxic.WRONG,
                            Toxic.EMPTY));

    private enum Stage {
        RECOGNISER,
        MODEL,
        VOICE
    }

    @Test
    void endsInSpeechOrIsHungUp() throws Exception {
        var found = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(Stage.values().length * GROUPS.size())) {
            var running = new ArrayList<Future<List<String>>>();
            for (var stage : Stage.values()) {
                for (var toxics : GROUPS) {
                    running.add(threads.submit(() -> faults(stage, toxics)));
                }
            }
            for (var one : running) {
                found.addAll(one.get());
            }
        }

        assertThat(found).isEmpty();
    }

    private static List<String> faults(Stage stage, List<Toxic> toxics) throws IOException {
        try (var house = new SpoiledHouse()) {
            return house.faultsOf(stage, toxics);
        }
    }

    /// A server whose three providers can be spoiled.
    private static final class SpoiledHouse implements AutoCloseable {
        private final FakeProviders providers =
                FakeProviders.start(
                        new FakeProviders.Delays(
                                Duration.ofMillis(20),
                                Duration.ofMillis(50),
                                Duration.ofMillis(50)),
                        new FakeProviders.Says(
                                "When do you open today, %s?",
                                "We open at noon and close at ten, %s."),
                        Signals.speech(16_000, 1_500, 190, 3));
        private final Map<Stage, ToxicProxy> proxies = new EnumMap<>(Stage.class);
        private final TestServer server;
        private final Api api;

        SpoiledHouse() {
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
        }

        private ToxicProxy proxy(Stage stage) {
            return requireNonNull(proxies.get(stage));
        }

        private int port(Stage stage) {
            return proxy(stage).port();
        }

        /// What went wrong with the calls in which one stage fails.
        List<String> faultsOf(Stage stage, List<Toxic> toxics) {
            var wrong = new ArrayList<String>();
            for (var toxic : toxics) {
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
            int before = proxy.spoiled();
            // said anew, so that the voice is asked for it and its breaker sees it well
            var agent = Given.agent(api, "Hello, this is about " + toxic + "!");
            if (stage == Stage.RECOGNISER) { // it is asked as soon as there is a call
                proxy.turn(toxic);
            }
            try (var caller = SpokenCaller.of(api, agent)) {
                awaitGreeting(caller);
                if (stage != Stage.RECOGNISER) {
                    proxy.turn(toxic);
                }
                var outcome = outcome(caller);
                return outcome.isEmpty() && toxic != Toxic.NONE && proxy.spoiled() == before
                        ? "was never met"
                        : outcome;
            } catch (AssertionError e) {
                return e.getMessage() + ": " + e.getCause();
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
                    () ->
                            assertThat(caller.closed().isDone() || hasHeard(caller, spoken))
                                    .as("an answer, or the end")
                                    .isTrue());
            double dead = (System.nanoTime() - spoken) / 1e9;
            if (dead > LONGEST_DEAD_AIR + TOLERANCE) {
                return "%.1f seconds of dead air".formatted(dead);
            }
            // 1000 after a goodbye, 1011 for a call that cannot go on
            int code = caller.closed().getNow(1000);
            return code == 1000 || code == 1011 ? "" : "closed with " + code;
        }

        private static void awaitGreeting(SpokenCaller caller) {
            Await.until(
                    Duration.ofSeconds(20),
                    () ->
                            assertThat(caller.seconds() > 0.5 || caller.closed().isDone())
                                    .as("a greeting, or the end")
                                    .isTrue());
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
