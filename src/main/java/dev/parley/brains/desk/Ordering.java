package dev.parley.brains.desk;

import dev.parley.brains.offers.Change;
import dev.parley.brains.offers.Offers;
import dev.parley.brains.offers.Reading;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Tongue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Intent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes what the caller says about an order of what is on sale.
public record Ordering(Offers offers, Heard heard, Tongue tongue) {
    private static final int FEW_WORDS = 4;

    /// Answers to these may sound like something on sale.
    private static final Set<Detail> NAMES =
            EnumSet.of(Detail.NAME, Detail.ADDRESS, Detail.EMAIL, Detail.PHONE);

    boolean isFor(Task task) {
        return task.wish() == Wish.ORDER && !offers.isEmpty();
    }

    /// `task` with what the caller wants, who says little else.
    Task taken(Task task) {
        var reading = reading();
        var change = Change.of(task.order().basket(), reading, false);
        return applied(task, isTold(reading, change) ? change : named(change));
    }

    /// `task` with what the caller says of his order besides; the same when he says nothing of it.
    ///
    /// @param asked what he was asked for; null when that is no detail
    Task inPassing(Task task, @Nullable Detail asked) {
        var reading = reading();
        boolean corrects = corrects();
        boolean orders = corrects || reading.more() || says(Cue.ORDER) || says(Cue.ORDER_LOOSELY);
        boolean counts = reading.items().stream().anyMatch(i -> i.count() > 0 || i.removed());
        boolean sure = asked == null || !NAMES.contains(asked) || orders || counts;
        boolean speaksOfIt = sure && !reading.items().isEmpty();
        boolean onlyCounts = asked == Detail.HANDOVER && heard.latest().size() <= 2;
        boolean counted =
                reading.loose() > 0
                        && !heard.hasPhoneDigits()
                        && (corrects || reading.more() || asked == Detail.ITEMS || onlyCounts);
        if (!speaksOfIt && !counted) {
            return task;
        }
        return applied(task, named(Change.of(task.order().basket(), reading, corrects)));
    }

    static boolean isName(Detail asked) {
        return NAMES.contains(asked);
    }

    /// `words` without what they say about things on sale, when they order or change something.
    public static Utterance personal(Utterance words, Offers offers, Tongue tongue) {
        var reading = Reading.of(words, offers, tongue.language());
        boolean orders = reading.items().stream().anyMatch(i -> i.count() > 0 || i.removed());
        if (!orders && !reading.more() && !words.says(Cue.MAKE_IT)) {
            return words;
        }
        var rest = new StringBuilder(words.text());
        for (var item : reading.items().reversed()) {
            int from = words.words().get(item.mention().from()).start();
            rest.replace(from, words.words().get(item.mention().to() - 1).end(), ",");
        }
        return Utterance.of(rest.toString());
    }

    /// Whether the caller says how many he wants of something.
    boolean counts() {
        return reading().items().stream().anyMatch(item -> item.count() > 0);
    }

    /// How many, where the caller says no more than that; 0 for nothing.
    int loose() {
        return reading().loose();
    }

    /// Empty when the caller names nothing that is not on sale.
    ///
    /// @param objects he says that something is wrong
    Optional<Task> unknown(Task task, boolean objects) {
        var reading = reading();
        boolean goesOn = reading.more() || heard.latest().startsWith(Cue.JOINT);
        boolean orders = objects || goesOn || says(Cue.ORDER_LOOSELY) || says(Cue.ORDER);
        var change = Change.of(task.order().basket(), reading, objects);
        return orders && isTold(reading, change)
                ? Optional.of(applied(task, change))
                : Optional.empty();
    }

    /// What the caller says, read as an order.
    Reading reading() {
        var words = Utterance.of(FreeText.aboutOrder(heard.words()));
        return Reading.of(words, offers, tongue.language());
    }

    private boolean corrects() {
        return heard.is(Intent.NO)
                || heard.is(Intent.CORRECTION)
                || says(Cue.MAKE_IT)
                || says(Cue.INSTEAD);
    }

    private boolean says(Cue cue) {
        return heard.words().says(cue);
    }

    /// Something short, and no mere reaction.
    private static boolean isTold(Reading reading, Change change) {
        var words = change.unknown();
        return !words.isEmpty()
                && reading.unknown().size() <= 2
                && Utterance.of(words).size() <= FEW_WORDS
                && Intent.of(words).isEmpty();
    }

    private static Change named(Change change) {
        return new Change(change.basket(), change.open(), change.count(), "");
    }

    private Task applied(Task task, Change change) {
        return listed(task.ordering(task.order().after(change)));
    }

    /// `task` with its basket in words.
    Task listed(Task task) {
        var basket = task.order().basket();
        return basket.isEmpty()
                ? task.lacking(Detail.ITEMS)
                : task.with(Detail.ITEMS, basket.spoken(tongue));
    }
}
