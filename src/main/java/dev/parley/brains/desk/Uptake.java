package dev.parley.brains.desk;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Intent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one turn of the caller means for the task being taken down.
public record Uptake(Heard heard, Ordering ordering) {
    private static final int LONGEST_REACTION = 3;
    private static final int LONGEST_TIME = 12;

    /// A new task from the words that express its wish.
    public Task taskOf(Wish.Found found) {
        var task = Task.of(found.wish());
        var wanted = FreeText.wanted(heard.words(), found);
        if (ordering.isFor(task)) {
            task = ordering.taken(task);
        } else if (!wanted.isBlank()) {
            task = task.with(found.wish().freeText(), wanted);
        }
        if (found.wish() == Wish.MESSAGE) {
            task = task.forRecipient(FreeText.recipient(heard.words()).orElse(""));
        }
        return inPassing(task);
    }

    /// `task` with what the caller said instead; empty when he said nothing new.
    public Optional<Task> corrected(Task task, boolean objects) {
        boolean changes = changesDetails(task) || forgets(task);
        var passing = withOrder(inPassing(task), null);
        if (changes || !passing.equals(task)) {
            return Optional.of(passing);
        }
        var named = named(task);
        var words = FreeText.answer(heard.words());
        boolean adds = heard.words().says(Cue.ADD);
        if (objects && !named.isEmpty() && !adds) {
            var doubted = task;
            for (var detail : named) {
                doubted = doubted.doubting(detail, heard.caller());
            }
            return Optional.of(doubted);
        }
        if (ordering.isFor(task)) {
            return ordering.unknown(task, objects);
        }
        boolean free = task.wish() != Wish.ERRAND && (objects || adds);
        if (words.isBlank() || !free || onlyReacts(words)) {
            return Optional.empty();
        }
        var detail = task.wish().freeText();
        var old = adds ? task.value(detail, heard.caller()) : Optional.<String>empty();
        return Optional.of(task.with(detail, old.map(text -> text + ", " + words).orElse(words)));
    }

    /// "Yes, see you tomorrow" agrees and corrects nothing.
    public boolean onlyMentionsTime(Task task, Task corrected, boolean objects) {
        var when = task.value(Detail.WHEN, heard.caller());
        boolean agrees = heard.is(Intent.YES) && !objects && when.isPresent();
        return agrees
                && task.wish().details.stream().noneMatch(heard::changes)
                && corrected.with(Detail.WHEN, when.get()).equals(task);
    }

    private boolean changesDetails(Task task) {
        return heard.changes(Detail.EMAIL) || task.wish().details.stream().anyMatch(heard::changes);
    }

    /// The caller called a detail wrong without saying the right one.
    private boolean forgets(Task task) {
        return task.wish().details.stream()
                .anyMatch(d -> heard.before().value(d) != null && heard.caller().value(d) == null);
    }

    public static boolean onlyReacts(String words) {
        var said = Utterance.of(words);
        if (said.isEmpty() || said.size() > LONGEST_REACTION || Intent.of(words).isEmpty()) {
            return false;
        }
        boolean beginsSo = !Intent.of(said.slice(0, 1)).isEmpty() || said.startsWith(Cue.FILLER);
        return beginsSo || said.size() < LONGEST_REACTION;
    }

    private Set<Detail> named(Task task) {
        var named = EnumSet.noneOf(Detail.class);
        for (var detail : task.wish().details) {
            if (heard.words().says(detail.cue) && !task.notes().without().contains(detail)) {
                named.add(detail);
            }
        }
        return named;
    }

    public Task taken(Detail asked, Task before, int tries) {
        var task = withOrder(inPassing(before), asked);
        if (asked == Detail.ITEMS && ordering.isFor(task)) {
            return task.equals(before) ? ordering.taken(task) : task;
        }
        if (ordering.isFor(task) && task.equals(before) && !Ordering.isName(asked)) {
            task = ordering.unknown(task, false).orElse(task);
        }
        if (asked.isFreeText()) {
            return inOwnWords(asked, task);
        }
        if (asked == Detail.WHEN && !task.has(Detail.WHEN)) {
            return sometime(task, tries);
        }
        // Who says the same thing again meant it.
        return task.notes().doubted().containsKey(asked)
                        && heard.caller().value(asked) != null
                        && !heard.is(Intent.NO)
                ? task.trusting(asked)
                : task;
    }

    /// Says what is to be different about an order, though it may sound like a question.
    boolean changesOrder(@Nullable Task task) {
        return task != null
                && !heard.latest().text().strip().endsWith("?")
                && heard.words().says(Cue.MAKE_IT)
                && !withOrder(task, null).equals(task);
    }

    /// Takes what the caller says besides about an order of what is on sale.
    ///
    /// @param asked what he was asked for; null when that is no detail
    Task withOrder(Task task, @Nullable Detail asked) {
        return ordering.isFor(task) ? ordering.inPassing(task, asked) : task;
    }

    /// Takes what the caller says besides: how he gets his order, and when.
    public Task inPassing(Task task) {
        var next = task;
        if (task.wish() == Wish.ORDER) {
            boolean pickup = heard.words().says(Cue.PICKUP);
            boolean delivery =
                    heard.words().says(Cue.DELIVERY)
                            || (heard.changes(Detail.ADDRESS) && !task.has(Detail.HANDOVER));
            if (pickup != delivery) {
                next = next.with(Detail.HANDOVER, pickup ? Task.PICKUP : Task.DELIVERY);
            }
        }
        var when = FreeText.when(heard.words());
        boolean wantsWhen = task.takesTime();
        return wantsWhen && when.isPresent() ? next.with(Detail.WHEN, when.get()) : next;
    }

    private Task inOwnWords(Detail asked, Task task) {
        var wanted = wantedIn(asked, task);
        boolean refused = asked != Detail.WORDS && heard.words().says(Cue.REFUSE);
        return wanted.isBlank() || onlyReacts(wanted) || refused ? task : task.with(asked, wanted);
    }

    private String wantedIn(Detail asked, Task task) {
        if (asked == Detail.WORDS) {
            return FreeText.words(heard.words());
        }
        var wanted =
                Wish.in(heard.words())
                        .filter(found -> found.wish() == task.wish())
                        .map(found -> FreeText.wanted(heard.words(), found))
                        .filter(text -> !text.isBlank())
                        .orElseGet(() -> FreeText.answer(heard.words()));
        return asked == Detail.SUBJECT ? FreeText.withoutTime(wanted, heard.words()) : wanted;
    }

    /// A time in words that name none, such as "when it suits you", counts on the second try.
    private Task sometime(Task task, int tries) {
        var words = FreeText.answer(heard.words());
        boolean vague = tries == 0 && !heard.hasDigits();
        boolean useless = words.isBlank() || onlyReacts(words) || heard.words().says(Cue.REFUSE);
        boolean tooLong = heard.words().size() > LONGEST_TIME;
        return vague || useless || tooLong ? task : task.with(Detail.WHEN, words);
    }
}
