package dev.parley.brains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brains.knowledge.Library;
import dev.parley.live.Brain;
import dev.parley.live.Brain.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The caller goes on speaking while something is being done for him.
class InterruptedDeedTest {
    private final FakeToolbox toolbox = new FakeToolbox(Gear.PLACE_ORDER).holding();
    private final Call call =
            new Call(
                    Businesses.restaurant(),
                    "Olive and Ember",
                    "US",
                    new Equipment(Library.EMPTY, Shop.menu()),
                    toolbox);

    private static String read(Brain.Answer answer) {
        var words = new StringBuilder();
        for (var piece : answer) {
            if (piece instanceof Speech.Words(var text)) {
                words.append(text);
            }
        }
        return words.toString();
    }

    /// Says yes, waits until the tool is at work, and hangs up on the answer.
    private String interrupted() throws Exception {
        call.says("I'd like to order two lemonades for pickup");
        call.says("Tom Becker");
        call.says("555 010 9988");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = call.answer("yes");
            Future<String> reading = threads.submit(() -> read(answer));
            toolbox.begun.await();
            answer.close();
            return reading.get();
        }
    }

    private String told(String words) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var answer = call.answer(words)) {
            Future<String> reading = threads.submit(() -> read(answer));
            toolbox.letGo();
            return reading.get();
        }
    }

    @Test
    void saysThatItTakesAMomentBeforeItBegins() throws Exception {
        call.says("I'd like to order two lemonades for pickup");
        call.says("Tom Becker");
        call.says("555 010 9988");
        try (var answer = call.answer("yes")) {
            var pieces = answer.iterator();
            var said = new ArrayList<Speech>();
            while (said.isEmpty() || !(said.getLast() instanceof Speech.Pause)) {
                said.add(pieces.next());
            }
            assertThat(said.getFirst()).isInstanceOf(Speech.Words.class);
            assertThat(toolbox.calls()).isEmpty();
            toolbox.letGo();
            assertThat(pieces.next()).isInstanceOf(Speech.Words.class);
            assertThat(toolbox.calls()).hasSize(1);
        }
    }

    @Test
    void tellsInTheNextTurnHowItEnded() throws Exception {
        assertThat(interrupted()).isEqualTo("One moment, I am sending it to the kitchen.");
        call.goesOn("yes", "One moment, I am sending it to the kitchen.");

        assertThat(told("hello?")).startsWith("Your order is in the kitchen");
        assertThat(toolbox.calls()).hasSize(1);
    }

    @Test
    void doesNotRunItAgainWhenNothingOfTheAnswerWasHeard() throws Exception {
        interrupted();
        call.goesOn("yes", "");

        assertThat(told("yes yes")).startsWith("Your order is in the kitchen");
        assertThat(toolbox.calls()).hasSize(1);
    }

    @Test
    void answersWhatTheCallerAskedMeanwhile() throws Exception {
        interrupted();
        call.goesOn("yes", "One moment, I am sending it to the kitchen.");

        assertThat(told("and when are you open on Sunday?"))
                .contains("in the kitchen", "11 am to 10 pm");
    }

    @Test
    void offersToTellTheTeamWhatIsToBeChanged() throws Exception {
        interrupted();
        call.goesOn("yes", "One moment, I am sending it to the kitchen.");

        assertThat(told("no wait, make it four lemonades please"))
                .contains("in the kitchen", "message");
        assertThat(toolbox.calls()).hasSize(1);
    }

    @Test
    void tellsItAgainWhenItWasNotHeard() throws Exception {
        interrupted();
        call.goesOn("yes", "One moment, I am sending it to the kitchen.");
        told("hello?");
        call.goesOn("hello?", "");

        assertThat(call.says("are you there")).contains("in the kitchen");
        assertThat(toolbox.calls()).hasSize(1);
    }

    @Test
    void waitsOnWhenInterruptedAgain() throws Exception {
        interrupted();
        call.goesOn("yes", "One moment, I am sending it to the kitchen.");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = call.answer("hello?");
            var reading = threads.submit(() -> read(answer));
            answer.close();
            assertThat(reading.get()).isEmpty();
        }
        call.goesOn("hello?", "");

        assertThat(told("anybody?")).startsWith("Your order is in the kitchen");
        assertThat(toolbox.calls()).hasSize(1);
    }

    @Test
    void neverReadsAnAnswerThatWasClosedBefore() {
        var answer = call.answer("two lemonades please");
        answer.close();
        assertThat(List.copyOf(pieces(answer))).isEmpty();

        call.goesOn("two lemonades please", "");
        assertThat(call.says("for pickup")).contains("name");
    }

    private static List<Speech> pieces(Brain.Answer answer) {
        var pieces = new ArrayList<Speech>();
        answer.forEach(pieces::add);
        return pieces;
    }
}
