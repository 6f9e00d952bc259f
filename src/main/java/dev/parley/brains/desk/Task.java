package dev.parley.brains.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is being taken down for the caller. The caller's own details come from [Caller].
///
/// @param said what the caller said, in his words
/// @param without what the caller did not want to say or could not make understood
/// @param doubted what the caller called wrong and has not said anew, with the wrong value
/// @param answers to the mission's own questions, in order
/// @param recipient whom a message is for, with its preposition
/// @param wantsPerson the caller asked for a person
record Task(
        Wish wish,
        Map<Detail, String> said,
        Set<Detail> without,
        Map<Detail, String> doubted,
        List<String> answers,
        String recipient,
        boolean wantsPerson) {
    static final String PICKUP = "pickup";
    static final String DELIVERY = "delivery";

    static Task of(Wish wish) {
        return new Task(wish, Map.of(), Set.of(), Map.of(), List.of(), "", false);
    }

    Task with(Detail detail, String value) {
        var next = new EnumMap<Detail, String>(Detail.class);
        next.putAll(said);
        next.put(detail, value);
        return new Task(
                wish,
                Collections.unmodifiableMap(next),
                minus(without, detail),
                minus(doubted, detail),
                answers,
                recipient,
                wantsPerson);
    }

    Task goingOnWithout(Detail detail) {
        var next = EnumSet.of(detail);
        next.addAll(without);
        return new Task(
                wish,
                said,
                Set.copyOf(next),
                minus(doubted, detail),
                answers,
                recipient,
                wantsPerson);
    }

    /// `detail` was wrong: what is known of it counts no more until something else is said.
    Task doubting(Detail detail, Caller caller) {
        var next = new EnumMap<Detail, String>(Detail.class);
        next.putAll(doubted);
        next.put(detail, value(detail, caller).orElse(""));
        var rest = new EnumMap<Detail, String>(Detail.class);
        rest.putAll(said);
        rest.remove(detail);
        return new Task(
                wish,
                Collections.unmodifiableMap(rest),
                without,
                Collections.unmodifiableMap(next),
                answers,
                recipient,
                wantsPerson);
    }

    /// `detail` was right after all.
    Task trusting(Detail detail) {
        return new Task(
                wish, said, without, minus(doubted, detail), answers, recipient, wantsPerson);
    }

    Task answered(String answer) {
        var next = new ArrayList<>(answers);
        next.add(answer);
        return new Task(wish, said, without, doubted, List.copyOf(next), recipient, wantsPerson);
    }

    Task forRecipient(String whom) {
        return new Task(wish, said, without, doubted, answers, whom, wantsPerson);
    }

    Task wantingPerson() {
        return new Task(wish, said, without, doubted, answers, recipient, true);
    }

    /// What is known of `detail`, from the task or from the caller.
    Optional<String> value(Detail detail, Caller caller) {
        var value = said.containsKey(detail) ? said.get(detail) : caller.value(detail);
        boolean wrong = value != null && value.equals(doubted.get(detail));
        return wrong ? Optional.empty() : Optional.ofNullable(value);
    }

    boolean has(Detail detail) {
        return said.containsKey(detail);
    }

    /// The next thing to ask for, in the order of `plan`; null when everything is known.
    @Nullable Detail missing(Plan plan, Caller caller) {
        for (var detail : plan.order(wish.details)) {
            if (isWanted(detail, plan)
                    && value(detail, caller).isEmpty()
                    && !without.contains(detail)) {
                return detail;
            }
        }
        return null;
    }

    private boolean isWanted(Detail detail, Plan plan) {
        return switch (detail) {
            case ADDRESS -> DELIVERY.equals(said.get(Detail.HANDOVER));
            case EMAIL -> plan.asksFor(Detail.EMAIL);
            case ITEMS, SUBJECT, WORDS, HANDOVER, WHEN, NAME, PHONE -> true;
        };
    }

    private static Set<Detail> minus(Set<Detail> details, Detail detail) {
        var rest = EnumSet.noneOf(Detail.class);
        rest.addAll(details);
        rest.remove(detail);
        return Collections.unmodifiableSet(rest);
    }

    private static Map<Detail, String> minus(Map<Detail, String> details, Detail detail) {
        var rest = new EnumMap<Detail, String>(Detail.class);
        rest.putAll(details);
        rest.remove(detail);
        return Collections.unmodifiableMap(rest);
    }
}
