package dev.parley.brains.desk;

import static dev.parley.brains.desk.Detail.ADDRESS;
import static dev.parley.brains.desk.Detail.EMAIL;
import static dev.parley.brains.desk.Detail.HANDOVER;
import static dev.parley.brains.desk.Detail.NAME;
import static dev.parley.brains.desk.Detail.PHONE;
import static dev.parley.brains.desk.Detail.WHEN;

import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says back what was taken down.
final class Readback {
    private static final int LONGEST_GROUP = 5;

    private final Draft draft;
    private final Task task;
    private final Caller caller;

    Readback(Draft draft, Task task, Caller caller) {
        this.draft = draft;
        this.task = task;
        this.caller = caller;
    }

    /// @param besides says back what was asked for besides, after what is wanted
    void say(Runnable besides) {
        wish();
        besides.run();
        task.order()
                .basket()
                .total()
                .ifPresent(t -> draft.say(Phrase.READ_TOTAL, "total", t.spoken(draft.tongue())));
        var answers = task.answers().stream().filter(answer -> !Uptake.onlyReacts(answer)).toList();
        if (!answers.isEmpty()) {
            draft.say(Phrase.READ_ANSWERS, "answers", String.join("; ", answers));
        }
        var who = new ArrayList<String>();
        task.value(NAME, caller)
                .ifPresent(v -> who.add(draft.wording(Phrase.READ_NAME, "name", v)));
        task.value(PHONE, caller)
                .ifPresent(v -> who.add(draft.wording(Phrase.READ_PHONE, "phone", spoken(v))));
        task.value(EMAIL, caller)
                .ifPresent(v -> who.add(draft.wording(Phrase.READ_EMAIL, "email", v)));
        if (task.wish() == Wish.ORDER && Task.DELIVERY.equals(task.notes().value(HANDOVER))) {
            task.value(ADDRESS, caller)
                    .ifPresent(v -> who.add(draft.wording(Phrase.READ_ADDRESS, "address", v)));
        }
        if (!who.isEmpty()) {
            var text = String.join(", ", who);
            draft.quote(Character.toUpperCase(text.charAt(0)) + text.substring(1) + stop());
        }
    }

    private void wish() {
        var what = task.value(task.wish().freeText(), caller);
        switch (task.wish()) {
            case ORDER ->
                    what.ifPresent(v ->
                            draft.say(
                                    Phrase.READ_ORDER,
                                    "what",
                                    v,
                                    "how",
                                    handover() + timeOfOrder() + person()));
            case BOOKING -> booking(what);
            case MESSAGE ->
                    what.ifPresent(v ->
                            draft.say(
                                    Phrase.READ_MESSAGE, "what", v, "how", recipient() + person()));
            case CALLBACK -> callback(what);
            case ENQUIRY ->
                    what.ifPresent(v -> draft.say(Phrase.READ_ENQUIRY, "what", v, "how", person()));
            case ERRAND -> {
                // The form says it back.
            }
        }
    }

    private void booking(Optional<String> what) {
        var when = task.value(WHEN, caller);
        if (what.isPresent()) {
            draft.say(Phrase.READ_BOOKING, "what", what.get(), "how", when() + person());
        } else {
            when.ifPresent(v -> draft.say(Phrase.READ_BOOKING, "what", v, "how", person()));
        }
    }

    private void callback(Optional<String> what) {
        var phrase = what.isPresent() ? Phrase.READ_CALLBACK : Phrase.READ_CALLBACK_ONLY;
        draft.say(phrase, "what", what.orElse(""), "how", when());
    }

    private String handover() {
        return switch (task.value(HANDOVER, caller).orElse("")) {
            case Task.PICKUP -> draft.wording(Phrase.READ_PICKUP);
            case Task.DELIVERY -> draft.wording(Phrase.READ_DELIVERY);
            default -> "";
        };
    }

    private String timeOfOrder() {
        return task.takesTime() ? when() : "";
    }

    private String when() {
        return task.value(WHEN, caller)
                .map(v -> draft.wording(Phrase.READ_WHEN, "when", v))
                .orElse("");
    }

    private String recipient() {
        return task.recipient().isEmpty() ? "" : " " + task.recipient();
    }

    private String person() {
        return task.wantsPerson() ? draft.wording(Phrase.READ_PERSON) : "";
    }

    private String stop() {
        return draft.tongue() == Tongue.HINDI ? "।" : ".";
    }

    /// A phone number as it is said: digits one by one, in the caller's own groups or in threes.
    static String spoken(String phone) {
        var groups = new ArrayList<String>();
        for (var piece : phone.split("[^+0-9]+")) {
            split(piece).forEach(group -> groups.add(String.join(" ", group.split(""))));
        }
        groups.removeIf(String::isBlank);
        return String.join(", ", groups).replace("+ ", "+");
    }

    private static List<String> split(String digits) {
        var groups = new ArrayList<String>();
        int at = 0;
        while (digits.length() - at > LONGEST_GROUP) {
            groups.add(digits.substring(at, at + 3));
            at += 3;
        }
        groups.add(digits.substring(at));
        return groups;
    }
}
