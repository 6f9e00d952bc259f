package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.understanding.Intent;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One turn at the reception desk: tries the rules in order until one has an answer.
public final class Reception {
    private static final int SHORT = 4;

    private final Desk desk;
    private final Draft draft;
    private final Heard heard;
    private final Progress progress;
    private final Clerk clerk;
    private final Answers answers;
    private final Uptake uptake;
    private final Asides asides;
    private final Requests requests;

    public Reception(Desk desk, Draft draft, Heard heard, Progress progress) {
        this.desk = desk;
        this.draft = draft;
        this.heard = heard;
        this.progress = progress;
        this.answers = new Answers(desk, draft);
        var ordering = new Ordering(desk.facts().offers(), heard, draft.tongue());
        this.uptake = new Uptake(heard, ordering);
        this.clerk = new Clerk(desk, draft, heard, progress, uptake);
        this.asides = new Asides(draft, heard, progress, clerk);
        this.requests = new Requests(desk, draft, heard, progress, clerk, answers, uptake);
    }

    public Progress answer(String lastWords) {
        return Stream.<Supplier<Optional<Progress>>>of(
                        asides::nothing,
                        () -> asides.repetition(lastWords),
                        asides::otherLanguage,
                        this::end,
                        asides::pause,
                        this::aboutTheAgent,
                        this::person,
                        this::dropped,
                        this::unfinished,
                        this::inTask,
                        requests::afterListing,
                        requests::afterOffer,
                        this::afterTask,
                        requests::errand,
                        this::known,
                        requests::wish,
                        requests::byName,
                        this::smallTalk,
                        this::unknown)
                .flatMap(rule -> rule.get().stream())
                .findFirst()
                .orElse(progress);
    }

    private Optional<Progress> end() {
        boolean mayBeDone = progress.focus() instanceof Focus.AnythingElse || isOpen();
        boolean nothingElse =
                heard.latest().says(Cue.NOTHING_ELSE)
                        && !heard.latest().isQuestion()
                        && heard.latest().size() <= 2 * SHORT;
        boolean no = progress.focus() instanceof Focus.AnythingElse && heard.isBriefly(Intent.NO);
        boolean done = mayBeDone && (nothingElse || no) && Wish.in(heard.latest()).isEmpty();
        if (!done && !heard.isBriefly(Intent.GOODBYE)) {
            return Optional.empty();
        }
        var task = progress.open();
        boolean agrees = progress.focus() instanceof Focus.Confirming && heard.is(Intent.YES);
        if (task != null && task.errand() != null && agrees) {
            return Optional.empty();
        }
        if (task != null && agrees) {
            draft.say(Sequel.taken(task));
        } else if (task != null && task.value(task.wish().freeText(), heard.caller()).isPresent()) {
            draft.say(Phrase.LEFT_UNFINISHED);
        }
        draft.goodbye();
        return Optional.of(progress.to(new Focus.AnythingElse()));
    }

    private Optional<Progress> aboutTheAgent() {
        if (!answers.aboutTheAgent(heard.words(), isOpen())) {
            return Optional.empty();
        }
        clerk.askAgain();
        return Optional.of(progress);
    }

    private Optional<Progress> person() {
        var wish =
                Wish.in(heard.words())
                        .filter(f -> f.wish() == Wish.MESSAGE || f.wish() == Wish.CALLBACK);
        boolean asksOtherwise =
                wish.isPresent()
                        || progress.focus() instanceof Focus.Asking(var d) && d.isFreeText();
        boolean noRobot = heard.words().says(Cue.ROBOT) && !heard.words().isQuestion();
        if (!(heard.is(Intent.PERSON) || noRobot) || asksOtherwise) {
            return Optional.empty();
        }
        var task = progress.open();
        if (task != null) {
            draft.say(Phrase.PERSON_NOTED);
            clerk.askAgain();
            return Optional.of(progress.with(task.wantingPerson()));
        }
        draft.say(Phrase.PERSON);
        return Optional.of(progress.to(new Focus.Offered(Task.of(Wish.CALLBACK).wantingPerson())));
    }

    private Optional<Progress> dropped() {
        boolean partly = !desk.facts().offers().mentions(heard.latest()).isEmpty();
        if (progress.open() == null || partly || !heard.latest().says(Cue.FORGET_IT)) {
            return Optional.empty();
        }
        draft.say(Phrase.DROPPED).say(Phrase.ANYTHING_ELSE);
        return Optional.of(progress.to(new Focus.AnythingElse()));
    }

    private Optional<Progress> unfinished() {
        if (!heard.breaksOff() || heard.hasDigits()) {
            return Optional.empty();
        }
        draft.say(Phrase.GO_ON);
        var task = progress.open();
        return Optional.of(
                progress.with(task == null ? progress.task() : uptake.inPassing(task))
                        .brokenOff(heard.words().text()));
    }

    private Optional<Progress> inTask() {
        var task = progress.open();
        if (task == null) {
            return Optional.empty();
        }
        if (answersInstead()) {
            // Who asks whether something is delivered has not chosen yet.
            boolean onlyAsks = heard.words().opensLikeAQuestion();
            return Optional.of(progress.with(onlyAsks ? task : uptake.inPassing(task)));
        }
        return switch (progress.focus()) {
            case Focus.Asking(var detail) -> Optional.of(clerk.answered(detail, task));
            case Focus.AskingOwn _ -> Optional.of(clerk.answeredOwn(task));
            case Focus.Confirming _ -> Optional.of(clerk.settlement().confirmed(task));
            case Focus.Correcting _ -> Optional.of(clerk.settlement().toldWhatIsWrong(task));
            case Focus.AskingSlot(var slot) -> Optional.of(clerk.answered(slot, task));
            case Focus.Suggesting suggested ->
                    Optional.of(clerk.counter().suggested(suggested, task, uptake.ordering()));
            case Focus.Choosing choice ->
                    Optional.of(clerk.counter().chose(choice, task, uptake.ordering()));
            case Focus.Open _, Focus.Offered _, Focus.Listing _, Focus.AnythingElse _ ->
                    Optional.empty();
        };
    }

    /// A question in the middle of a task is answered, then the task goes on.
    private boolean answersInstead() {
        boolean message =
                progress.focus() instanceof Focus.Asking(var detail) && detail == Detail.WORDS;
        boolean changes = uptake.changesOrder(progress.task());
        boolean asks =
                !changes && (heard.words().isQuestion() || heard.words().says(Cue.RECOMMEND));
        if (message || !asks || Wish.in(heard.words()).isPresent()) {
            return false;
        }
        var found = answers.to(heard.words());
        boolean insists = heard.words().opensLikeAQuestion() || heard.words().says(Cue.RECOMMEND);
        if (found.isEmpty() && !insists) {
            return false;
        }
        if (found.isEmpty()) {
            draft.say(Phrase.UNKNOWN_ASIDE);
        } else {
            found.get().tell(true);
        }
        clerk.askAgain();
        return true;
    }

    private Optional<Progress> afterTask() {
        var task = progress.task();
        if (!(progress.focus() instanceof Focus.AnythingElse)
                || Wish.in(heard.words()).isPresent()) {
            return Optional.empty();
        }
        boolean question = heard.words().isQuestion();
        boolean changes = heard.is(Intent.CORRECTION) || heard.words().says(Cue.ADD);
        if (task != null && changes && !question) {
            return Optional.of(clerk.settlement().added(task));
        }
        if (heard.isBriefly(Intent.YES) && !question && heard.words().size() <= SHORT) {
            draft.say(Phrase.WHAT_ELSE);
            return Optional.of(progress.to(new Focus.Open()));
        }
        return Optional.empty();
    }

    /// What the agent knows, when that is what the caller asks for.
    private Optional<Progress> known() {
        boolean recommends = heard.words().says(Cue.RECOMMEND);
        if (!heard.words().isQuestion() && !recommends) {
            return Optional.empty();
        }
        boolean wantsItDone =
                Wish.in(heard.words()).isPresent() && !heard.words().opensLikeAQuestion();
        var found = wantsItDone ? Optional.<Finding>empty() : answers.to(heard.words());
        return found.map(finding -> requests.told(finding.tell(false)));
    }

    private Optional<Progress> smallTalk() {
        var words = heard.words();
        if (words.says(Cue.HOW_ARE_YOU)) {
            draft.say(Phrase.HOW_ARE_YOU).say(Phrase.HELP);
        } else if (words.startsWith(Cue.GREETING) && words.size() <= SHORT) {
            draft.say(Phrase.GREETING).say(Phrase.HELP);
        } else if (heard.isBriefly(Intent.THANKS)) {
            draft.say(Phrase.WELCOME).say(Phrase.ANYTHING_ELSE);
            return Optional.of(progress.to(new Focus.AnythingElse()));
        } else if (heard.isBriefly(Intent.YES) && !words.isQuestion() && words.size() <= SHORT) {
            return Optional.of(agreed());
        } else {
            return Optional.empty();
        }
        return Optional.of(progress.to(new Focus.Open()));
    }

    /// Who agrees without having been asked is led through the mission's own questions.
    private Progress agreed() {
        if (!desk.plan().questions(draft.tongue().language()).isEmpty()
                && progress.task() == null) {
            return clerk.advance(Task.of(Wish.ENQUIRY).goingOnWithout(Detail.WORDS));
        }
        draft.say(Phrase.WHAT_ELSE);
        return progress.to(new Focus.Open());
    }

    private Optional<Progress> unknown() {
        var words = heard.words();
        var found = words.size() >= SHORT ? answers.stated(words) : Optional.<Finding>empty();
        if (found.isPresent()) {
            return Optional.of(requests.told(found.get().tell(false)));
        }
        boolean question = words.isQuestion() || words.says(Cue.RECOMMEND);
        if (!question && words.size() < SHORT) {
            draft.say(Phrase.NOT_UNDERSTOOD);
            return Optional.of(progress.to(new Focus.Open()));
        }
        draft.say(question ? Phrase.UNKNOWN : Phrase.PASS_ON);
        var message = Task.of(Wish.ENQUIRY).with(Detail.WORDS, FreeText.words(words));
        return Optional.of(progress.to(new Focus.Offered(message)));
    }

    private boolean isOpen() {
        return progress.open() == null;
    }
}
