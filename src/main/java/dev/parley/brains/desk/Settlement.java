package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.words.Phrase;
import dev.parley.understanding.Intent;
import java.util.Optional;

/// What was taken down is read back, corrected until it is right, and then settled.
record Settlement(Draft draft, Heard heard, Progress progress, Clerk clerk, Uptake uptake) {
    private static final int MOST_TRIES = 2;

    /// Says everything back and asks if it is right.
    Progress readBack(Task task) {
        var errand = task.errand();
        if (errand != null && task.wish() == Wish.ERRAND) {
            var lacking = form().lacking(task, errand);
            if (lacking.isPresent()) {
                draft.say(Phrase.CANNOT_DO, "what", lacking.get().label());
                draft.say(Phrase.OFFER_TO_PASS_ON);
                return progress.to(new Focus.Offered(Sequel.message(task, draft), true));
            }
        }
        new Readback(draft, task, heard.caller()).say(() -> form().sayBack(task));
        draft.say(Phrase.RIGHT);
        return progress.to(new Focus.Confirming(), task);
    }

    /// The answer to "is that right?".
    Progress confirmed(Task task) {
        boolean objects = heard.is(Intent.NO) || heard.is(Intent.CORRECTION);
        var corrected = corrected(task, objects);
        if (corrected.isPresent() && !uptake.onlyMentionsTime(task, corrected.get(), objects)) {
            return again(corrected.get());
        }
        if (objects) {
            draft.say(Phrase.WHAT_IS_WRONG);
            return progress.to(new Focus.Correcting());
        }
        boolean agrees =
                task.errand() == null
                        ? heard.is(Intent.YES) || heard.isBriefly(Intent.THANKS)
                        : heard.beginsWith(Intent.YES);
        // What is only written down may be taken for right, what is done may not.
        if (agrees || task.errand() == null && progress.tries() + 1 >= MOST_TRIES) {
            return agreed(task);
        }
        draft.say(Phrase.RIGHT_AGAIN);
        return progress.triedAgain();
    }

    /// The answer to "what should I change?".
    Progress toldWhatIsWrong(Task task) {
        var corrected = corrected(task, true);
        if (corrected.isPresent() || progress.tries() + 1 >= MOST_TRIES) {
            return again(corrected.orElse(task));
        }
        draft.say(Phrase.REASK);
        return progress.triedAgain();
    }

    /// More for a task that was already confirmed.
    Progress added(Task task) {
        return corrected(task, true).map(this::again).orElseGet(() -> clerk.advance(task));
    }

    private Optional<Task> corrected(Task task, boolean objects) {
        boolean figures = task.wish() == Wish.ERRAND || !heard.hasPhoneDigits();
        boolean counts = objects && figures && FreeText.when(heard.words()).isEmpty();
        var slot = counts ? form().corrected(task) : Optional.<Task>empty();
        if (slot.isPresent() && uptake.ordering().reading().items().isEmpty()) {
            return slot;
        }
        var corrected = uptake.corrected(task, objects);
        boolean mayBeSlot = objects || !heard.is(Intent.YES);
        return corrected.isPresent() || !mayBeSlot ? corrected : form().corrected(task);
    }

    /// What was confirmed is done by its tool, or taken down.
    private Progress agreed(Task task) {
        var errand = task.errand();
        if (errand == null || form().lacking(task, errand).isPresent()) {
            draft.say(Sequel.taken(task)).say(Phrase.ANYTHING_ELSE);
            return progress.to(new Focus.AnythingElse());
        }
        form().use(task, errand);
        return progress;
    }

    private Progress again(Task task) {
        if (clerk.hasEverything(task)) {
            draft.say(Phrase.CHANGED);
        }
        return clerk.advance(task);
    }

    private Form form() {
        return clerk.form();
    }
}
