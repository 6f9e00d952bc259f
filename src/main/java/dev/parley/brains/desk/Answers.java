package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.knowledge.Knowledge;
import dev.parley.brains.knowledge.Library;
import dev.parley.brains.knowledge.Quotation;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what the agent knows and what it can do.
final class Answers {
    private static final int SHORT = 12;
    private static final int MOST_EXCERPTS = 2;

    private final Desk desk;
    private final Draft draft;
    private final Showcase showcase;
    private @Nullable Optional<Quotation> looked;

    Answers(Desk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        this.showcase = new Showcase(desk.facts().offers(), draft);
    }

    Showcase showcase() {
        return showcase;
    }

    /// What answers `question`: what is on sale by that name, what the mission states, things of a
    /// kind, what documents say.
    Optional<Finding> to(Utterance question) {
        return showcase.byName(question)
                .or(() -> stated(question))
                .or(() -> showcase.byKind(question))
                .or(() -> written(question));
    }

    /// What the mission states about `words`.
    Optional<Finding> stated(Utterance words) {
        var passages = passages(words);
        return passages.isEmpty()
                ? Optional.empty()
                : Optional.of(_ -> {
                    tell(passages);
                    return new Focus.AnythingElse();
                });
    }

    private Optional<Finding> written(Utterance question) {
        if (looked == null) {
            var excerpts =
                    desk.facts().library().find(question.text(), MOST_EXCERPTS).stream()
                            .filter(Library.Excerpt::isSure)
                            .toList();
            looked = Quotation.of(excerpts, question.text());
        }
        return looked.map(quotation ->
                _ -> {
                    quote(quotation);
                    return new Focus.AnythingElse();
                });
    }

    private void quote(Quotation quotation) {
        var phrase =
                quotation.title().isEmpty()
                        ? Phrase.SAYS_UNTITLED
                        : quotation.isBriefly() ? Phrase.SAYS_SHORT : Phrase.SAYS_LONG;
        var sources = List.of(quotation.source());
        draft.borrow(phrase, sources, "title", quotation.title(), "text", quotation.text());
    }

    /// Answers who or what the agent is and what it can do; whether that was asked.
    boolean aboutTheAgent(Utterance heard, boolean mayOffer) {
        boolean asks = heard.isQuestion();
        if (asks && heard.says(Cue.ROBOT)) {
            draft.say(Phrase.ROBOT, "agent", desk.agent(), "company", desk.company());
        } else if (asks && heard.says(Cue.WHO_ARE_YOU)) {
            draft.say(Phrase.IDENTITY, "agent", desk.agent(), "company", desk.company());
        } else if (mayOffer && asksForAbilities(heard)) {
            draft.say(Phrase.ABILITIES, "company", desk.company(), "abilities", abilities());
        } else {
            return false;
        }
        return true;
    }

    private static boolean asksForAbilities(Utterance heard) {
        return heard.says(Cue.WHAT_CAN_YOU_DO) && heard.size() <= SHORT && Wish.in(heard).isEmpty();
    }

    /// The passages that answer `question`; of a double question, one for each half.
    private List<Knowledge.Passage> passages(Utterance question) {
        var whole = desk.facts().stated().answer(question.text());
        var halves = halves(question);
        if (halves.size() < 2) {
            return whole;
        }
        var each =
                halves.stream()
                        .flatMap(half -> desk.facts().stated().answer(half).stream().limit(1))
                        .distinct()
                        .toList();
        return each.size() > 1 || whole.isEmpty() ? each : whole;
    }

    private static List<String> halves(Utterance question) {
        for (int at = 1; at < question.size() - 1; at++) {
            if (List.of("and", "y", "और", "aur").contains(question.words().get(at).plain())) {
                return List.of(question.slice(0, at), question.slice(at + 1, question.size()));
            }
        }
        return List.of(question.text());
    }

    private void tell(List<Knowledge.Passage> passages) {
        var texts = passages.stream().map(Knowledge.Passage::text).toList();
        if (passages.size() > 1 && passages.getFirst().source().startsWith("list:")) {
            var items = texts.stream().map(Answers::withoutStop).toList();
            draft.say(Phrase.THERE_IS, "items", and(items, "; "));
        } else {
            texts.forEach(
                    text -> draft.quote(withoutStop(text) + (text.endsWith("।") ? "।" : ".")));
        }
    }

    private String abilities() {
        var list = new ArrayList<String>();
        for (var wish : desk.plan().wishes()) {
            var phrase = ability(wish);
            if (phrase != null) {
                list.add(draft.wording(phrase));
            }
        }
        return and(list, ", ");
    }

    private static @Nullable Phrase ability(Wish wish) {
        return switch (wish) {
            case ORDER -> Phrase.ABILITY_ORDER;
            case BOOKING -> Phrase.ABILITY_BOOKING;
            case MESSAGE -> Phrase.ABILITY_MESSAGE;
            case CALLBACK, ENQUIRY, ERRAND -> null;
        };
    }

    private String and(List<String> items, String between) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var last = items.size() - 1;
        var joint = between.equals(", ") ? " " : between;
        var and = draft.wording(Phrase.LIST_AND);
        return String.join(between, items.subList(0, last)) + joint + and + " " + items.get(last);
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") || text.endsWith("।")
                ? text.substring(0, text.length() - 1)
                : text;
    }
}
