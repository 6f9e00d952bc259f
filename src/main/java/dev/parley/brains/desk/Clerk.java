package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.doing.Slot;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.understanding.Intent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Takes down what the caller wants: asks for one thing at a time, reads it back, has it confirmed
/// or corrected.
final class Clerk {
    private static final int MOST_TRIES = 2;
    private static final int FEW_WORDS = 3;
    private static final int DIGITS_WORTH_WAITING = 3;
    private static final Set<Wish> WITH_OWN_QUESTIONS =
            EnumSet.of(Wish.ORDER, Wish.BOOKING, Wish.ENQUIRY);

    private final Plan plan;
    private final Draft draft;
    private final Heard heard;
    private final Progress progress;
    private final Uptake uptake;
    private final Form form;
    private final Counter counter;
    private final Settlement settlement;

    Clerk(Desk desk, Draft draft, Heard heard, Progress progress, Uptake uptake) {
        this.plan = desk.plan();
        this.draft = draft;
        this.heard = heard;
        this.progress = progress;
        this.uptake = uptake;
        this.form = new Form(desk, draft, heard);
        this.counter = new Counter(desk.facts().offers(), draft, heard, progress, this);
        this.settlement = new Settlement(draft, heard, progress, this, uptake);
    }

    Settlement settlement() {
        return settlement;
    }

    Counter counter() {
        return counter;
    }

    Form form() {
        return form;
    }

    Progress begin(Task task) {
        draft.say(task.order().basket().needsTime() ? Phrase.START_BOOKING : task.wish().start);
        return advance(task);
    }

    /// Takes down for the team what could not be done.
    Progress passedOn(Task task) {
        draft.say(Phrase.START_ENQUIRY);
        return advance(task);
    }

    /// Asks for what is missing, or reads everything back.
    Progress advance(Task task) {
        return counter.open(task).orElseGet(() -> goOn(task));
    }

    private Progress goOn(Task task) {
        var missing = task.missing(plan, heard.caller());
        var own = nextOwnQuestion(task);
        if (own.isPresent() && (missing == null || !isAboutTheWish(missing))) {
            ask(own.get());
            return progress.to(new Focus.AskingOwn(own.get()), task);
        }
        var slot = form.next(task);
        if (slot.isPresent() && (missing == null || !isAboutTheWish(missing))) {
            form.ask(slot.get());
            return progress.to(new Focus.AskingSlot(slot.get()), task);
        }
        if (missing != null) {
            draft.say(question(missing, task));
            return progress.to(new Focus.Asking(missing), task);
        }
        return settlement.readBack(task);
    }

    /// The caller's answer to what was asked last.
    Progress answered(Detail asked, Task before) {
        var task = uptake.taken(asked, before, progress.tries());
        if (isStillDictating()) {
            draft.say(Phrase.GO_ON);
            return progress.with(task);
        }
        if (task.order().isOpen()) {
            return advance(task);
        }
        if (task.value(asked, heard.caller()).isPresent()) {
            thank();
            return advance(task);
        }
        if (heard.words().says(Cue.REFUSE)
                || (heard.is(Intent.NO)
                        && task.order().equals(before.order())
                        && heard.latest().size() <= FEW_WORDS
                        && asked != Detail.HANDOVER)) {
            draft.say(Phrase.GO_WITHOUT);
            return advance(task.goingOnWithout(asked));
        }
        return notUsable(asked, task);
    }

    /// The caller's answer to what a tool has to be told.
    Progress answered(Slot slot, Task before) {
        var task = uptake.withOrder(uptake.inPassing(before), null);
        var answered = form.answered(slot, task);
        if (answered.isPresent()) {
            thank();
            return advance(answered.get());
        }
        var errand = task.errand();
        boolean refuses = heard.words().says(Cue.REFUSE);
        boolean enough = progress.tries() + 1 >= MOST_TRIES + 1 || refuses;
        if (enough && errand != null) {
            draft.say(Phrase.GO_WITHOUT);
            return advance(task.by(errand.goingOnWithout(slot)));
        }
        draft.say(Phrase.REASK_SLOT);
        form.ask(slot);
        return task.equals(before) ? progress.triedAgain() : progress.with(task);
    }

    Progress answeredOwn(Task before) {
        var task = uptake.withOrder(before, null);
        if (!task.equals(before)) {
            draft.say(Phrase.THANKS);
            return advance(task);
        }
        var answer = FreeText.words(heard.words());
        var text = answer.isBlank() ? heard.latest().text().strip() : answer;
        draft.say(Phrase.THANKS);
        return advance(uptake.inPassing(task).answered(text));
    }

    /// Another wish in the middle of a task: noted with it, so that nothing gets lost.
    private Progress notedToo(Task task) {
        draft.say(Phrase.NOTED_TOO);
        askAgain();
        return progress.with(task.answered(FreeText.words(heard.words())));
    }

    private boolean wishesSomethingElse(Detail asked, Task task) {
        var other =
                Wish.in(heard.words())
                        .filter(f ->
                                f.wish() != task.wish()
                                        && f.wish() != Wish.ENQUIRY
                                        && f.cue() != Cue.ORDER_LOOSELY);
        return other.isPresent() && !isAboutTheWish(asked);
    }

    private Progress notUsable(Detail asked, Task task) {
        if (wishesSomethingElse(asked, task)) {
            return notedToo(task);
        }
        boolean learned =
                !task.equals(progress.task())
                        || Set.of(Detail.values()).stream().anyMatch(heard::changes);
        if (learned || !heard.reached()) {
            if (learned) {
                thank();
            }
            sayAgain(asked);
            return progress.with(task).brokenOff("");
        }
        if (progress.tries() + 1 >= MOST_TRIES) {
            draft.say(Phrase.GO_WITHOUT);
            return advance(task.goingOnWithout(asked));
        }
        sayAgain(asked, true);
        return progress.with(task).triedAgain();
    }

    /// Repeats the open question, whatever it is.
    void askAgain() {
        switch (progress.focus()) {
            case Focus.Asking(var detail) -> sayAgain(detail);
            case Focus.AskingOwn(var question) -> ask(question);
            case Focus.AskingSlot(var slot) -> form.ask(slot);
            case Focus.Suggesting(var offer, _) -> draft.say(Phrase.INSTEAD, "item", offer.name());
            case Focus.Choosing(var offers, _) -> counter.askWhich(offers);
            case Focus.Confirming _ -> draft.say(Phrase.RIGHT);
            case Focus.Correcting _ -> draft.say(Phrase.WHAT_IS_WRONG);
            case Focus.Offered _, Focus.Listing _, Focus.Open _ -> draft.say(Phrase.HELP);
            case Focus.AnythingElse _ -> draft.say(Phrase.ANYTHING_ELSE);
        }
    }

    private void sayAgain(Detail detail) {
        sayAgain(detail, false);
    }

    private void sayAgain(Detail detail, boolean sorry) {
        var phone = heard.caller().phone();
        if (detail == Detail.PHONE && heard.caller().phoneIsPartial() && phone != null) {
            draft.say(Phrase.REST_OF_PHONE, "phone", Readback.spoken(phone));
        } else {
            var task = progress.task();
            draft.say(sorry || task == null ? detail.reask : question(detail, task));
        }
    }

    private Optional<Plan.Question> nextOwnQuestion(Task task) {
        if (!WITH_OWN_QUESTIONS.contains(task.wish())) {
            return Optional.empty();
        }
        var questions = plan.questions(draft.tongue().language());
        return questions.stream().skip(task.answers().size()).findFirst();
    }

    private void ask(Plan.Question question) {
        if (question.complete()) {
            draft.quote(question.text());
        } else {
            draft.say(Phrase.ASK_ABOUT, "topic", question.text());
        }
    }

    /// Nothing is left to be asked of what the desk asks.
    boolean hasEverything(Task task) {
        return task.missing(plan, heard.caller()) == null;
    }

    private static boolean isAboutTheWish(Detail detail) {
        return detail.isFreeText()
                || detail == Detail.HANDOVER
                || detail == Detail.ADDRESS
                || detail == Detail.WHEN;
    }

    private boolean isStillDictating() {
        long digits = heard.latest().text().chars().filter(Character::isDigit).count();
        return heard.caller().phoneIsPartial()
                && (digits >= DIGITS_WORTH_WAITING || heard.hasDigits());
    }

    private static Phrase question(Detail detail, Task task) {
        boolean reason = task.wish() == Wish.CALLBACK && detail == Detail.WORDS;
        return reason ? Phrase.ASK_REASON : detail.ask;
    }

    private void thank() {
        var name = heard.caller().name();
        if (heard.changes(Detail.NAME) && name != null) {
            draft.say(Phrase.THANKS_NAME, "name", name);
        } else {
            draft.say(Phrase.THANKS);
        }
    }
}
