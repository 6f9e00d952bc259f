package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.doing.Errand;
import dev.parley.brains.doing.Findings;
import dev.parley.brains.doing.Purpose;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Speakable;
import dev.parley.brains.words.Utterance;
import dev.parley.live.ToolResult;
import dev.parley.understanding.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said when something was done for a caller, and how the conversation goes on from there.
public record Sequel(Draft draft) {
    private static final int LONGEST_TEXT = 300;
    private static final int FEW_WORDS = 2;

    public Progress of(Progress progress, Doing done, ToolResult result) {
        var errand = done.task().errand();
        if (errand == null || !result.hasSucceeded()) {
            return failed(progress, done.task(), errand);
        }
        var text = errand.tool().successText();
        var facts =
                isToTell(errand) ? Findings.of(result.text(), draft.tongue()) : List.<String>of();
        if (text != null && !text.isBlank()) {
            draft.quote(Speakable.of(text, LONGEST_TEXT));
        } else if (facts.isEmpty()) {
            draft.say(done(done.task(), errand));
        }
        if (!facts.isEmpty()) {
            draft.borrow(Phrase.FOUND, List.of(), "facts", String.join(", ", facts));
        }
        draft.say(Phrase.ANYTHING_ELSE);
        // What is done is nothing to be added to: more is something new.
        return progress.to(new Focus.AnythingElse()).with(null);
    }

    /// It takes longer than anybody would wait without a word.
    public void notYet() {
        draft.say(Phrase.STILL_RUNNING);
    }

    /// Whether `words`, said while something was being done, ask for more than how it ended.
    public static boolean wantsAnswer(Progress progress, String words) {
        boolean asked = progress.focus() instanceof Focus.Offered;
        boolean saysMore = Utterance.of(words).size() > FEW_WORDS && !Uptake.onlyReacts(words);
        return !asked && (saysMore || Intent.of(words).contains(Intent.GOODBYE));
    }

    /// Whether `words` want something undone.
    public static boolean objects(String words) {
        var said = Utterance.of(words);
        var intents = Intent.of(words);
        return !said.isQuestion()
                && (intents.contains(Intent.NO)
                        || intents.contains(Intent.CORRECTION)
                        || said.says(Cue.MAKE_IT)
                        || said.says(Cue.FORGET_IT));
    }

    /// Offers to tell the team what the caller wants changed.
    public Progress objected(Progress progress, String words) {
        draft.say(Phrase.PASS_ON);
        var message = Task.of(Wish.ENQUIRY).with(Detail.WORDS, FreeText.words(Utterance.of(words)));
        return progress.to(new Focus.Offered(message));
    }

    private Progress failed(Progress progress, Task task, @Nullable Errand errand) {
        var text = errand == null ? null : errand.tool().errorText();
        if (text == null || text.isBlank()) {
            draft.say(Phrase.FAILED);
        } else {
            draft.quote(Speakable.of(text, LONGEST_TEXT));
        }
        draft.say(Phrase.OFFER_TO_PASS_ON);
        var byHand = task.wish() == Wish.ERRAND ? message(task, draft) : task.by(null);
        return progress.to(new Focus.Offered(byHand, true)).with(null);
    }

    /// `task` as something to be told to the team.
    static Task message(Task task, Draft draft) {
        var errand = task.errand();
        var title = errand == null ? "" : Form.title(errand);
        var values =
                errand == null
                        ? List.<String>of()
                        : errand.asked().stream()
                                .map(slot -> slot.label() + " " + errand.spoken(slot))
                                .toList();
        var words = values.isEmpty() ? title : title + ", " + String.join(", ", values);
        return Task.of(Wish.ENQUIRY)
                .with(Detail.WORDS, words.isBlank() ? draft.wording(Phrase.FAILED) : words);
    }

    /// What is said of `task` when the team has yet to do it.
    static Phrase taken(Task task) {
        return task.order().basket().needsTime() ? Phrase.DONE_SERVICE : task.wish().done;
    }

    private static boolean isToTell(Errand errand) {
        return errand.purpose() == Purpose.LOOKUP || errand.purpose() == Purpose.OTHER;
    }

    private static Phrase done(Task task, Errand errand) {
        return switch (task.wish()) {
            case ORDER -> task.order().basket().needsTime() ? Phrase.DID_SERVICE : Phrase.DID_ORDER;
            case BOOKING -> Phrase.DID_BOOKING;
            case MESSAGE, ENQUIRY -> Phrase.DID_MESSAGE;
            case CALLBACK ->
                    errand.purpose() == Purpose.CALLBACK
                            ? Phrase.DID_CALLBACK
                            : Phrase.DONE_CALLBACK;
            case ERRAND -> Phrase.DID_ERRAND;
        };
    }
}
