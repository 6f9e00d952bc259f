package dev.parley.brains.model;

import static dev.parley.testing.ScriptedModelServer.body;
import static dev.parley.testing.ScriptedModelServer.chunk;
import static dev.parley.testing.ScriptedModelServer.hangs;
import static dev.parley.testing.ScriptedModelServer.says;
import static dev.parley.testing.ScriptedModelServer.saysAndHangs;
import static dev.parley.testing.ScriptedModelServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brains.Equipment;
import dev.parley.live.Brain;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Brain.Speech.Goodbye;
import dev.parley.live.Brain.Speech.Words;
import dev.parley.live.Brain.Turn;
import dev.parley.providers.Deadlines;
import dev.parley.providers.LanguageModel;
import dev.parley.providers.OpenAiLanguageModel;
import dev.parley.providers.ProviderFailure;
import dev.parley.testing.Agents;
import dev.parley.testing.ScriptedModelServer;
import dev.parley.testing.ScriptedModelServer.Script;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ModelBrainTest {
    private static final Turn TURN =
            new Turn(List.of(), "Are you open?", Instant.parse("2024-11-11T03:06:20Z"));
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Deadlines PATIENT = new Deadlines(LONG, LONG, LONG, LONG);
    private static final Deadlines HALF_WAY = new Deadlines(LONG, LONG, SHORT, LONG);
    private static final Deadlines IMPATIENT = new Deadlines(LONG, SHORT, SHORT, LONG);

    private final List<ScriptedModelServer> servers = new ArrayList<>();
    private final BuiltIn builtIn = new BuiltIn();

    @AfterEach
    void stopServers() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Test
    void saysWhatTheModelWrites() throws Exception {
        var brain = brain(PATIENT, LONG, says("We **are", "** open", " until nine."));

        assertThat(heard(brain)).isEqualTo("We are open until nine.");
        assertThat(servers.getFirst().requests.take().body())
                .contains("You are Sophia", "Are you open?");
    }

    @Test
    void passesWordsOnBeforeTheAnswerIsComplete() throws Exception {
        var brain = brain(PATIENT, LONG, saysAndHangs("We are open. "));

        try (var answer = brain.answer(TURN)) {
            assertThat(answer.iterator().next()).isEqualTo(new Words("We are open. "));
        }
    }

    @Test
    void hangsUpWhenTheModelSaysSo() throws Exception {
        var brain = brain(PATIENT, LONG, says("Goodbye! ", "[END", "_CALL]", " unspoken"));

        assertThat(read(brain)).containsExactly(new Words("Goodbye! "), new Goodbye());
    }

    @Test
    void letsTheOtherBrainAnswerWhenTheModelDoesNot() throws Exception { // N1 N2 N3 N4
        var scripts =
                List.<Script>of(
                        hangs(),
                        saysAndHangs(),
                        saysAndHangs("[EN"),
                        status(401),
                        status(402),
                        status(503),
                        status(429, "Retry-After: 60"),
                        body("<html>busy</html>"),
                        body("data: nonsense\n\n"),
                        says(""),
                        says("<think>hm</think>"),
                        ScriptedModelServer.Exchange::reset);
        for (var script : scripts) {
            assertThat(heard(brain(IMPATIENT, LONG, script))).isEqualTo("Built in.");
        }
        var nobody = URI.create("http://host.invalid/v1");
        assertThat(heard(brain(nobody, IMPATIENT, LONG, builtIn))).isEqualTo("Built in.");
    }

    @Test
    void losesPatienceBeforeTheModelsOwnDeadlines() throws Exception { // N1
        for (var script : List.<Script>of(hangs(), saysAndHangs(), saysAndHangs("<think>hm "))) {
            var brain = brain(PATIENT, SHORT, script);

            assertThat(heard(brain)).isEqualTo("Built in.");
            var exchange = servers.getLast().exchanges.take();
            assertThat(exchange.gone().await(1, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"English,Could you please say", "Spanish,¿Me lo puede repetir", "Hindi,माफ़ कीजिए"})
    void apologisesInItsLanguageWithoutAnotherBrain(String language, String words)
            throws Exception { // N1
        var server = serve(hangs());
        var brain = brain(language, server.base(), IMPATIENT, LONG, null);

        assertThat(heard(brain)).contains(words);
    }

    @Test
    void ownsUpWhenItBreaksOffInTheMiddle() throws Exception { // N1 N3 N4
        var half = "data: " + chunk("Of cou") + "\n\n";
        for (var script :
                List.of(saysAndHangs("Of cou"), body(half), body(half + "data: {\"choi"))) {
            assertThat(heard(brain(HALF_WAY, LONG, script)))
                    .startsWith("Of cou Sorry, I lost my thread.");
        }
        assertThat(heard(brain(PATIENT, Duration.ofSeconds(1), saysAndHangs("Of cou"))))
                .startsWith("Of cou Sorry, I lost my thread.");
        assertThat(builtIn.asked).isZero();
    }

    @Test
    void asksTheModelAgainNextTurn() throws Exception {
        var brain = brain(PATIENT, LONG, status(401), says("Back again."));

        assertThat(heard(brain)).isEqualTo("Built in.");
        assertThat(heard(brain)).isEqualTo("Back again.");
    }

    @Test
    void stopsListeningToAModelThatNeverStops() throws Exception { // N3
        var brain =
                brain(
                        PATIENT,
                        LONG,
                        exchange -> {
                            exchange.begin();
                            while (true) {
                                exchange.piece("And so on. ");
                            }
                        });

        assertThat(heard(brain).length()).isBetween(1_600, 2_000);
        var exchange = servers.getLast().exchanges.take();
        assertThat(exchange.gone().await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingEndsTheModelsStreamAtOnce() throws Exception { // N6
        for (var script : List.of(hangs(), saysAndHangs(), saysAndHangs("One. "))) {
            var answer = brain(PATIENT, LONG, script).answer(TURN);
            var seen = new ArrayList<Speech>();
            var reader = Thread.ofVirtual().start(() -> answer.forEach(seen::add));
            var exchange = servers.getLast().exchanges.take();

            long closing = System.nanoTime();
            answer.close();
            assertThat(reader.join(Duration.ofSeconds(1))).isTrue();
            assertThat(exchange.gone().await(1, TimeUnit.SECONDS)).isTrue();
            System.out.printf(
                    "barge-in: server saw it after %.1f ms%n", (exchange.goneAt() - closing) / 1e6);
            assertThat(builtIn.asked).isZero();
            assertThat(seen.size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void closingEndsTheOtherBrainToo() throws Exception { // N6
        var brain = brain(PATIENT, LONG, status(401));
        builtIn.blocks = true;
        var answer = brain.answer(TURN);
        var reader = Thread.ofVirtual().start(() -> answer.forEach(_ -> {}));
        builtIn.reading.await();

        answer.close();
        assertThat(reader.join(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void speaksEvenWhenEverythingFails() throws Exception {
        Brain broken =
                _ -> {
                    throw new IllegalStateException("broken");
                };
        var server = serve(status(401));

        assertThat(heard(brain(server.base(), PATIENT, LONG, broken))).contains("say it again");
    }

    @Test
    void aModelThatFailsBeforeItBeginsIsOneThatFailed() {
        LanguageModel model =
                _ -> {
                    throw new ProviderFailure(ProviderFailure.Reason.UNREACHABLE, "gone");
                };
        var agent = Agents.speaking("English", null);

        assertThat(heard(new ModelBrain(agent, "Wings", Equipment.NONE, model, builtIn)))
                .isEqualTo("Built in.");
    }

    private ModelBrain brain(Deadlines deadlines, Duration patience, Script... scripts)
            throws IOException {
        return brain(serve(scripts).base(), deadlines, patience, builtIn);
    }

    private static ModelBrain brain(
            URI base, Deadlines deadlines, Duration patience, Brain fallback) {
        return brain("English", base, deadlines, patience, fallback);
    }

    private static ModelBrain brain(
            String language,
            URI base,
            Deadlines deadlines,
            Duration patience,
            @Nullable Brain fallback) {
        var model = new OpenAiLanguageModel(base, "", "tiny", deadlines);
        var agent = Agents.speaking(language, null);
        return new ModelBrain(agent, "Wings", Equipment.NONE, model, fallback, patience);
    }

    private ScriptedModelServer serve(Script... scripts) throws IOException {
        var server = new ScriptedModelServer(scripts);
        servers.add(server);
        return server;
    }

    private static List<Speech> read(Brain brain) {
        try (var answer = brain.answer(TURN)) {
            var speech = new ArrayList<Speech>();
            answer.forEach(speech::add);
            return speech;
        }
    }

    private static String heard(Brain brain) {
        var words = new StringBuilder();
        for (var speech : read(brain)) {
            if (speech instanceof Words(var text)) {
                words.append(text);
            }
        }
        return words.toString();
    }

    private static final class BuiltIn implements Brain {
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean blocks;
        private volatile int asked;

        @Override
        public Answer answer(Turn turn) {
            asked++;
            return new Answer() {
                @Override
                public Iterator<Speech> iterator() {
                    reading.countDown();
                    if (blocks) {
                        try {
                            closed.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return List.<Speech>of(new Words("Built in.")).iterator();
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }
    }
}
