package dev.parley.brains.desk;

import dev.parley.brains.doing.Errand;
import dev.parley.brains.doing.Slot;
import dev.parley.brains.doing.Value;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Speakable;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.SpokenNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a tool has to be told that the desk does not ask by itself: asked, answered, read back.
record Form(Desk desk, Draft draft, Heard heard) {
    private static final int MOST_OPTIONS = 6;
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 300;

    /// The next thing to ask for.
    Optional<Slot> next(Task task) {
        var errand = task.errand();
        return errand == null
                ? Optional.empty()
                : errand.missing(
                        task.known(heard.caller(), desk.now()), slot -> isOurs(slot, task));
    }

    /// Whether the desk does not ask for it in its own way, or in vain.
    private boolean isOurs(Slot slot, Task task) {
        var detail = slot.meaning() == null ? null : Task.detail(slot.meaning());
        return detail == null || task.value(detail, heard.caller()).isPresent();
    }

    /// What the tool still lacks; empty when it can be used.
    Optional<Slot> lacking(Task task, Errand errand) {
        return errand.lacking(task.known(heard.caller(), desk.now())).stream().findFirst();
    }

    /// `task` with what its tool has to be told and the caller has said already.
    Task prefilled(Task task) {
        var filled = task;
        var slot = next(filled);
        while (slot.isPresent() && mayHaveSaid(slot.get(), task)) {
            var answered = answered(slot.get(), filled, said(task));
            if (answered.isEmpty()) {
                break;
            }
            filled = answered.get();
            slot = next(filled);
        }
        return filled;
    }

    private boolean mayHaveSaid(Slot slot, Task task) {
        if (slot.value() instanceof Value.Choice) {
            return true;
        }
        var digits = SpokenNumbers.digits(said(task).text()).chars().anyMatch(Character::isDigit);
        boolean figures = digits && !heard.changes(Detail.PHONE);
        // With the time taken away, what is left of the figures says for how many.
        boolean guests = task.wish() == Wish.BOOKING && slot.value() instanceof Value.Number;
        return figures && (guests || task.wish() == Wish.ERRAND && Errand.isDistinct(slot));
    }

    private Utterance said(Task task) {
        return task.wish() == Wish.BOOKING
                ? Utterance.of(FreeText.withoutTime(heard.words()))
                : heard.words();
    }

    void ask(Slot slot) {
        if (!slot.question().isEmpty()) {
            draft.quote(slot.question());
            return;
        }
        switch (slot.value()) {
            case Value.YesNo _ -> draft.say(Phrase.ASK_YES_NO, "what", slot.label());
            case Value.Choice(var options) when options.size() <= MOST_OPTIONS -> {
                var names =
                        options.stream()
                                .map(option -> Speakable.of(option.asText(), LONGEST_TITLE))
                                .toList();
                draft.say(Phrase.ASK_CHOICE, "what", slot.label(), "options", either(names));
            }
            default -> draft.say(Phrase.ASK_SLOT, "what", slot.label());
        }
    }

    private String either(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last))
                        + " "
                        + draft.wording(Phrase.LIST_OR)
                        + " "
                        + names.get(last);
    }

    /// `task` with the caller's answer to `slot`; empty when it is none.
    Optional<Task> answered(Slot slot, Task task) {
        return answered(slot, task, heard.words());
    }

    private Optional<Task> answered(Slot slot, Task task, Utterance said) {
        var errand = task.errand();
        var known = task.known(heard.caller(), desk.now());
        var language = draft.tongue().language();
        return errand == null
                ? Optional.empty()
                : errand.answered(slot, said, FreeText.answer(said), language, known).map(task::by);
    }

    /// `task` with what the caller says instead of an answer he gave; empty when he says no such
    /// thing.
    Optional<Task> corrected(Task task) {
        var errand = task.errand();
        return errand == null
                ? Optional.empty()
                : errand.corrected(
                                heard.words(),
                                words(),
                                draft.tongue().language(),
                                task.known(heard.caller(), desk.now()))
                        .map(task::by);
    }

    private String words() {
        return FreeText.answer(heard.words());
    }

    /// Has the tool used once the caller has heard that it takes a moment.
    void use(Task task, Errand errand) {
        var waiting = errand.tool().waitingText();
        if (waiting == null || waiting.isBlank()) {
            draft.say(Phrase.ONE_MOMENT);
        } else {
            draft.quote(Speakable.of(waiting, LONGEST_TEXT));
        }
        var known = task.known(heard.caller(), desk.now());
        draft.then(new Doing(errand.tool().name(), errand.arguments(known), task));
    }

    /// Says back what was asked for the tool.
    void sayBack(Task task) {
        var errand = task.errand();
        if (errand == null) {
            return;
        }
        var values = values(errand, task);
        if (task.wish() == Wish.ERRAND) {
            var phrase = values.isEmpty() ? Phrase.READ_ERRAND_ONLY : Phrase.READ_ERRAND;
            draft.say(phrase, "what", title(errand), "values", values);
        } else if (!values.isEmpty()) {
            draft.say(Phrase.READ_SLOTS, "values", values);
        }
    }

    private String values(Errand errand, Task task) {
        var when =
                task.wish() == Wish.ERRAND && task.has(Detail.WHEN)
                        ? task.value(Detail.WHEN, heard.caller())
                        : Optional.<String>empty();
        var all =
                errand.asked().stream()
                        .map(slot -> slot.label() + ": " + spoken(errand, slot))
                        .collect(Collectors.joining(", "));
        return when.map(text -> all.isEmpty() ? text : all + ", " + text).orElse(all);
    }

    private String spoken(Errand errand, Slot slot) {
        var text = errand.spoken(slot);
        return switch (text) {
            case "true" -> draft.wording(Phrase.VALUE_YES);
            case "false" -> draft.wording(Phrase.VALUE_NO);
            default -> text;
        };
    }

    static String title(Errand errand) {
        var tool = errand.tool();
        var title =
                Speakable.of(tool.title().isBlank() ? tool.name() : tool.title(), LONGEST_TITLE);
        return title.replaceFirst("[.:?!]+$", "");
    }
}
