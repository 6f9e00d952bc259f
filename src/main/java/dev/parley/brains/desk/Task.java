package dev.parley.brains.desk;

import dev.parley.brains.doing.Errand;
import dev.parley.brains.doing.Known;
import dev.parley.brains.doing.Meaning;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is being taken down for the caller. The caller's own details come from [Caller].
///
/// @param answers to the mission's own questions, in order
/// @param recipient whom a message is for, with its preposition
/// @param wantsPerson the caller asked for a person
/// @param order what is ordered of what is on sale
/// @param errand the tool that does it; null when it is only taken down
public record Task(
        Wish wish,
        Notes notes,
        List<String> answers,
        String recipient,
        boolean wantsPerson,
        Order order,
        @Nullable Errand errand) {
    static final String PICKUP = "pickup";
    static final String DELIVERY = "delivery";

    static Task of(Wish wish) {
        return new Task(wish, Notes.NONE, List.of(), "", false, Order.NONE, null);
    }

    Task with(Detail detail, String value) {
        return noting(notes.with(detail, value));
    }

    Task lacking(Detail detail) {
        return noting(notes.lacking(detail));
    }

    Task goingOnWithout(Detail detail) {
        return noting(notes.goingOnWithout(detail));
    }

    /// `detail` was wrong: what is known of it counts no more until something else is said.
    Task doubting(Detail detail, Caller caller) {
        return noting(notes.doubting(detail, value(detail, caller).orElse("")));
    }

    /// `detail` was right after all.
    Task trusting(Detail detail) {
        return noting(notes.trusting(detail));
    }

    Task answered(String answer) {
        var next = new ArrayList<>(answers);
        next.add(answer);
        return new Task(wish, notes, List.copyOf(next), recipient, wantsPerson, order, errand);
    }

    Task forRecipient(String whom) {
        return new Task(wish, notes, answers, whom, wantsPerson, order, errand);
    }

    Task wantingPerson() {
        return new Task(wish, notes, answers, recipient, true, order, errand);
    }

    Task ordering(Order next) {
        return new Task(wish, notes, answers, recipient, wantsPerson, next, errand);
    }

    Task by(@Nullable Errand tool) {
        return new Task(wish, notes, answers, recipient, wantsPerson, order, tool);
    }

    private Task noting(Notes next) {
        return new Task(wish, next, answers, recipient, wantsPerson, order, errand);
    }

    /// What is known of `detail`, from the task or from the caller.
    Optional<String> value(Detail detail, Caller caller) {
        var value = has(detail) ? notes.value(detail) : caller.value(detail);
        boolean wrong = value != null && value.equals(notes.doubted().get(detail));
        return wrong ? Optional.empty() : Optional.ofNullable(value);
    }

    boolean has(Detail detail) {
        return notes.said().containsKey(detail);
    }

    /// The next thing to ask for, in the order of `plan`; null when everything is known.
    @Nullable Detail missing(Plan plan, Caller caller) {
        for (var detail : plan.order(wish.details)) {
            if (isWanted(detail, plan)
                    && value(detail, caller).isEmpty()
                    && !notes.without().contains(detail)) {
                return detail;
            }
        }
        return null;
    }

    /// Whether `detail` has to be known.
    boolean isWanted(Detail detail, Plan plan) {
        boolean needed = errand != null && meanings(detail).stream().anyMatch(errand::needs);
        if (needed || wish == Wish.ERRAND) {
            return needed;
        }
        return switch (detail) {
            case ADDRESS -> DELIVERY.equals(notes.value(Detail.HANDOVER));
            case EMAIL -> plan.asksFor(Detail.EMAIL);
            case HANDOVER -> changesHands(plan);
            case WHEN -> wish != Wish.ORDER || order.basket().needsTime();
            case ITEMS, SUBJECT, WORDS, NAME, PHONE -> true;
        };
    }

    /// A day and time said for it belong to it.
    boolean takesTime() {
        boolean wanted = errand != null && meanings(Detail.WHEN).stream().anyMatch(errand::takes);
        return wanted
                || order.basket().needsTime()
                || wish != Wish.ORDER && wish.details.contains(Detail.WHEN);
    }

    /// What a tool may have to be told.
    Known known(Caller caller, ZonedDateTime now) {
        var values = new EnumMap<Meaning, String>(Meaning.class);
        for (var detail : wish.details) {
            if (wish != Wish.ERRAND || !detail.isFreeText()) {
                value(detail, caller).ifPresent(v -> values.put(named(detail), v));
            }
        }
        if (!answers.isEmpty()) {
            values.put(Meaning.NOTES, String.join("; ", answers));
        }
        values.computeIfAbsent(Meaning.SUBJECT, any -> values.get(Meaning.WORDS));
        return new Known(values, order.basket(), now);
    }

    private static Meaning named(Detail detail) {
        return switch (detail) {
            case NAME -> Meaning.NAME;
            case PHONE -> Meaning.PHONE;
            case EMAIL -> Meaning.EMAIL;
            case ADDRESS -> Meaning.ADDRESS;
            case HANDOVER -> Meaning.HANDOVER;
            case WHEN -> Meaning.WHEN;
            case ITEMS -> Meaning.ITEMS;
            case SUBJECT -> Meaning.SUBJECT;
            case WORDS -> Meaning.WORDS;
        };
    }

    /// How an order reaches the caller matters, unless its tool knows nothing of it.
    private boolean changesHands(Plan plan) {
        boolean asked = plan.asksFor(Detail.HANDOVER);
        boolean taken =
                errand == null || errand.takes(Meaning.HANDOVER) || errand.takes(Meaning.ADDRESS);
        return !order.basket().isService() && (asked || taken);
    }

    /// What a tool may call `detail`; what is said in free words is the tool's own to ask for.
    private static List<Meaning> meanings(Detail detail) {
        if (detail.isFreeText()) {
            return List.of();
        }
        return detail == Detail.WHEN
                ? List.of(Meaning.WHEN, Meaning.DATE, Meaning.TIME)
                : List.of(named(detail));
    }

    /// The detail by which the desk asks for `meaning`; null when it does not.
    static @Nullable Detail detail(Meaning meaning) {
        for (var detail : Detail.values()) {
            if (meanings(detail).contains(meaning)) {
                return detail;
            }
        }
        return null;
    }
}
