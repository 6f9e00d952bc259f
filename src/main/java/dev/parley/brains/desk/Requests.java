package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.doing.Purpose;
import dev.parley.brains.offers.Mention;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.understanding.Intent;
import java.util.List;
import java.util.Optional;

/// The rules by which something is begun for the caller: because he asks for it, or agrees to it.
record Requests(
        Desk desk,
        Draft draft,
        Heard heard,
        Progress progress,
        Clerk clerk,
        Answers answers,
        Uptake uptake) {
    private static final int FEW_WORDS = 6;

    Optional<Progress> afterListing() {
        if (!(progress.focus() instanceof Focus.Listing(var rest))) {
            return Optional.empty();
        }
        boolean asksElse = heard.words().opensLikeAQuestion() || !mentions().isEmpty();
        boolean more = heard.is(Intent.YES) || heard.words().says(Cue.MORE_OF_LIST);
        if (more && !asksElse && Wish.in(heard.words()).isEmpty()) {
            return Optional.of(told(answers.showcase().list(rest, false)));
        }
        if (heard.isBriefly(Intent.NO) && mentions().isEmpty()) {
            draft.say(Phrase.WHAT_ELSE);
            return Optional.of(progress.to(new Focus.AnythingElse()));
        }
        return Optional.empty();
    }

    Optional<Progress> afterOffer() {
        if (!(progress.focus() instanceof Focus.Offered(var task, var byHand))) {
            return Optional.empty();
        }
        var wanted = uptake.withOrder(task, Detail.ITEMS);
        boolean takes =
                wanted.wish() == Wish.ORDER
                        && (!wanted.equals(task) || heard.words().says(Cue.ORDER_LOOSELY))
                        && mentions().isEmpty();
        boolean wantsElse = saysWhatElse() || namesOther(task);
        if (heard.is(Intent.NO) && wanted.equals(task) && !wantsElse) {
            draft.say(Phrase.ANYTHING_ELSE);
            return Optional.of(progress.to(new Focus.AnythingElse()));
        }
        boolean agrees =
                (heard.is(Intent.YES) || takes)
                        && !heard.words().opensLikeAQuestion()
                        && !saysWhatElse();
        if (!agrees) {
            return Optional.empty();
        }
        var next = uptake.inPassing(wanted);
        return Optional.of(byHand ? clerk.passedOn(next) : begin(next));
    }

    /// "No, the pizza then."
    private boolean namesOther(Task task) {
        return uptake.ordering().reading().items().stream()
                .filter(item -> !item.removed())
                .anyMatch(item -> task.order().basket().line(item.mention().first()).isEmpty());
    }

    /// More than agreement: a wish together with what is wanted.
    private boolean saysWhatElse() {
        return Wish.in(heard.words())
                .map(uptake::taskOf)
                .filter(t -> t.has(t.wish().freeText()) || !t.recipient().isEmpty())
                .isPresent();
    }

    /// Something that a tool of the agent does and the desk does not.
    Optional<Progress> errand() {
        var words = heard.words();
        boolean tracks = words.says(Cue.TRACKING);
        boolean deskDoesIt =
                Wish.in(words)
                        .filter(f -> f.wish() != Wish.ENQUIRY && f.cue() != Cue.ORDER_LOOSELY)
                        .isPresent();
        if (!tracks && (deskDoesIt || answers.stated(words).isPresent())) {
            return Optional.empty();
        }
        return desk.errands()
                .askedFor(words)
                .map(errand ->
                        Task.of(Wish.ERRAND).with(Detail.WORDS, FreeText.words(words)).by(errand))
                .map(task -> clerk.begin(clerk.form().prefilled(uptake.inPassing(task))));
    }

    Optional<Progress> wish() {
        var found = Wish.in(heard.words());
        boolean asks =
                heard.words().opensLikeAQuestion()
                        && found.filter(f ->
                                        f.cue() == Cue.ORDER_LOOSELY || f.wish() == Wish.ENQUIRY)
                                .isPresent();
        if (asks) {
            return Optional.empty();
        }
        return found.map(this::serviceOrder).map(wish -> begin(uptake.taskOf(wish)));
    }

    /// To book a service that is on sale is to order it.
    private Wish.Found serviceOrder(Wish.Found found) {
        boolean onSale =
                mentions().stream().anyMatch(m -> m.isClear() && m.first().byAppointment());
        boolean asksFor = found.wish() == Wish.BOOKING || found.cue() == Cue.NEED;
        return onSale && asksFor ? new Wish.Found(Wish.ORDER, found.cue()) : found;
    }

    /// Who names something on sale and asks nothing wants it.
    Optional<Progress> byName() {
        var words = heard.words();
        boolean counts = words.size() <= FEW_WORDS || words.says(Cue.MORE);
        var items = uptake.ordering().reading().items();
        boolean wants = items.stream().anyMatch(item -> !item.removed());
        boolean sure = counts || uptake.ordering().counts();
        if (words.isQuestion() || !wants || !sure) {
            return Optional.empty();
        }
        return Optional.of(begin(uptake.taskOf(new Wish.Found(Wish.ORDER, Cue.ORDER_LOOSELY))));
    }

    /// Begins `task`, which a tool does if there is one for it.
    private Progress begin(Task task) {
        var errand = desk.errands().forPurpose(heard.words(), purposes(task));
        return clerk.begin(clerk.form().prefilled(task.by(errand.orElse(null))));
    }

    private static Purpose[] purposes(Task task) {
        return switch (task.wish()) {
            case ORDER ->
                    task.order().basket().needsTime()
                            ? new Purpose[] {Purpose.BOOKING, Purpose.ORDER}
                            : new Purpose[] {Purpose.ORDER};
            case BOOKING -> new Purpose[] {Purpose.BOOKING};
            case MESSAGE, ENQUIRY -> new Purpose[] {Purpose.MESSAGE};
            case CALLBACK -> new Purpose[] {Purpose.CALLBACK, Purpose.MESSAGE};
            case ERRAND -> new Purpose[0];
        };
    }

    /// What comes after an answer.
    Progress told(Focus focus) {
        if (focus instanceof Focus.AnythingElse) {
            draft.say(Phrase.ANYTHING_ELSE);
        }
        return progress.to(focus);
    }

    private List<Mention> mentions() {
        return desk.facts().offers().mentions(heard.words());
    }
}
