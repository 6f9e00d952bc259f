package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.offers.Offer;
import dev.parley.brains.offers.Offers;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.understanding.Intent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Talks with the caller about what is on sale and what is not, until his order is clear.
record Counter(Offers offers, Draft draft, Heard heard, Progress progress, Clerk clerk) {
    private static final int MOST_TRIES = 2;
    private static final int MOST_CHOICES = 4;

    /// Tells what is not on sale and asks which of several is meant; empty when all is clear.
    Optional<Progress> open(Task task) {
        var order = task.order();
        if (!order.unknown().isEmpty()) {
            return Optional.of(order.refused() ? noted(task) : refused(task));
        }
        if (order.open().size() > 1) {
            askWhich(order.open());
            var choosing = new Focus.Choosing(order.open(), order.count());
            return Optional.of(progress.to(choosing, task.ordering(order.settled())));
        }
        return Optional.empty();
    }

    /// Whether the caller names something on sale.
    boolean isNamed() {
        return !offers.mentions(heard.latest()).isEmpty();
    }

    void askWhich(List<Offer> choices) {
        var names = choices.stream().limit(MOST_CHOICES).map(Offer::name).toList();
        int last = names.size() - 1;
        var listed =
                names.stream().limit(last).collect(Collectors.joining(", "))
                        + " "
                        + draft.wording(Phrase.LIST_OR)
                        + " "
                        + names.get(last);
        draft.borrow(Phrase.WHICH_ONE, List.of(), "items", listed);
    }

    private Progress refused(Task task) {
        var wanted = task.order().unknown();
        draft.say(Phrase.NOT_ON_OFFER, "what", wanted);
        var told = task.ordering(task.order().told());
        var nearest = offers.nearest(wanted).filter(o -> told.order().basket().line(o).isEmpty());
        if (nearest.isEmpty()) {
            return clerk.advance(told);
        }
        draft.say(Phrase.INSTEAD, "item", nearest.get().name());
        return progress.to(new Focus.Suggesting(nearest.get(), 1), told);
    }

    /// Who asks a second time for what is not on sale is not told so again.
    private Progress noted(Task task) {
        var wanted = task.order().unknown();
        var rest = task.ordering(task.order().settled());
        if (!rest.order().basket().isEmpty()) {
            draft.say(Phrase.NOTED_TOO);
            return clerk.advance(rest.answered(wanted));
        }
        draft.say(Phrase.PASS_ON);
        var message = Task.of(Wish.ENQUIRY).with(Detail.WORDS, FreeText.words(heard.words()));
        return progress.to(new Focus.Offered(message));
    }

    /// The answer to "would you like that instead?".
    Progress suggested(Focus.Suggesting suggested, Task task, Ordering ordering) {
        var named = ordering.inPassing(task, Detail.ITEMS);
        boolean counts = named.order().basket().equals(task.order().basket());
        if (heard.is(Intent.YES) && counts) {
            draft.say(Phrase.THANKS);
            int count = Math.max(suggested.count(), ordering.loose());
            return clerk.advance(
                    ordering.listed(task.ordering(task.order().with(suggested.offer(), count))));
        }
        if (heard.is(Intent.NO) && counts) {
            return clerk.advance(task);
        }
        return clerk.answered(Detail.ITEMS, task);
    }

    /// The answer to "which one would you like?".
    Progress chose(Focus.Choosing choice, Task task, Ordering ordering) {
        var meant =
                Offers.only(choice.offers()).mentions(heard.words()).stream()
                        .filter(m -> m.isClear())
                        .findFirst();
        if (meant.isPresent()) {
            draft.say(Phrase.THANKS);
            int count = Math.max(choice.count(), ordering.loose());
            return clerk.advance(
                    ordering.listed(task.ordering(task.order().with(meant.get().first(), count))));
        }
        if (!ordering.inPassing(task, Detail.ITEMS).equals(task) || heard.is(Intent.NO)) {
            return clerk.answered(Detail.ITEMS, task);
        }
        if (progress.tries() + 1 >= MOST_TRIES || heard.words().says(Cue.REFUSE)) {
            return clerk.advance(task);
        }
        askWhich(choice.offers());
        return progress.triedAgain();
    }
}
