package dev.parley.brains.desk;

import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.SpokenNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Cuts the part that matters out of what a caller says in his own words.
public final class FreeText {
    private static final int LONGEST_RECIPIENT = 4;
    private static final int DIGITS_OF_A_PHONE = 7;
    private static final int DIGITS_OF_A_COUNT = 3;
    private static final int MOST_WORDS_OF_A_COUNT = 8;

    private FreeText() {}

    /// What is wanted, from words that express the wish: "two pizzas" of "I'd like to order two
    /// pizzas please". Empty when only the wish is said.
    static String wanted(Utterance heard, Wish.Found wish) {
        return switch (wish.wish()) {
            case ORDER -> clauses(heard, wish.cue());
            case BOOKING, CALLBACK -> without(clauses(heard, wish.cue()), when(heard).orElse(""));
            case MESSAGE -> message(heard, wish.cue());
            case ENQUIRY, ERRAND -> trimmed(heard, 0, heard.size());
        };
    }

    /// What is wanted, from the answer to a question for it.
    static String answer(Utterance heard) {
        return clauses(heard, Cue.NOTHING_ELSE);
    }

    /// A message or an answer word for word, without what is only hesitation around it.
    static String words(Utterance heard) {
        return words(heard, heard.size());
    }

    private static String words(Utterance heard, int to) {
        int start = 0;
        while (start < to && heard.lengthAt(Cue.HESITATION, start) > 0) {
            start += heard.lengthAt(Cue.HESITATION, start);
        }
        if (start < to && List.of("मुझे", "mujhe").contains(heard.words().get(start).plain())) {
            start++;
        }
        int end = Math.max(start, to - heard.lengthBefore(Cue.THANKING, to));
        return heard.slice(start, end);
    }

    /// `wanted` without the day and time `heard` speaks of.
    static String withoutTime(String wanted, Utterance heard) {
        return without(wanted, when(heard).orElse(""));
    }

    /// Whom a message is for: "for the manager".
    static Optional<String> recipient(Utterance heard) {
        return heard.find(Cue.MESSAGE)
                .flatMap(span ->
                        Stream.of(
                                        trimmed(heard, span.to(), heard.size()),
                                        words(heard, span.from()))
                                .filter(part -> isRecipient(Utterance.of(part)))
                                .findFirst());
    }

    /// `heard` without the day and time it speaks of.
    public static String withoutTime(Utterance heard) {
        return when(heard).map(when -> heard.text().replace(when, " ")).orElse(heard.text());
    }

    /// The day and time spoken of: "tomorrow at 7 pm".
    static Optional<String> when(Utterance heard) {
        for (int at = 0; at < heard.size(); at++) {
            if (isTime(heard, at) || isClock(heard, at)) {
                return Optional.of(heard.slice(timeStart(heard, at), timeEnd(heard, at)));
            }
        }
        return Optional.empty();
    }

    /// `heard` without its time and without numbers too small for a telephone's, unless it is about
    /// something that has them.
    public static String withoutCounts(Utterance heard) {
        var text = Utterance.of(withoutTime(heard));
        boolean about = text.says(Cue.ABOUT_PHONE) || text.says(Cue.ABOUT_ADDRESS);
        long digits = SpokenNumbers.digits(text.text()).chars().filter(Character::isDigit).count();
        if (about || digits > DIGITS_OF_A_COUNT || text.size() > MOST_WORDS_OF_A_COUNT) {
            return text.text();
        }
        var kept = new ArrayList<String>();
        for (int at = 0; at < text.size(); at++) {
            if (!text.isNumber(at)) {
                kept.add(text.slice(at, at + 1));
            }
        }
        return String.join(" ", kept);
    }

    /// What `heard` says about an order: not when, not for whom and not where to.
    static String aboutOrder(Utterance heard) {
        var kept = new ArrayList<String>();
        for (var sentence : MissionFacts.sentences(withoutTime(heard))) {
            var words = Utterance.of(sentence);
            int end = words.find(Cue.DETAIL_LEAD).map(Utterance.Span::from).orElse(words.size());
            int delivery = words.find(Cue.DELIVERY).map(Utterance.Span::from).orElse(end);
            // An address may follow.
            end = delivery > 1 ? Math.min(end, delivery) : end;
            var about = words.slice(0, end);
            long digits = about.chars().filter(Character::isDigit).count();
            kept.add(digits >= DIGITS_OF_A_PHONE ? "" : about);
        }
        kept.removeIf(String::isBlank);
        return String.join(", ", kept);
    }

    private static String clauses(Utterance heard, Cue wish) {
        var kept = new ArrayList<String>();
        for (var sentence : MissionFacts.sentences(heard.text())) {
            var clause = clause(Utterance.of(sentence), wish);
            if (!clause.isBlank()) {
                kept.add(clause);
            }
        }
        return String.join(", ", kept);
    }

    private static String clause(Utterance clause, Cue wish) {
        int end = clause.size();
        for (var cue : List.of(Cue.DETAIL_LEAD, Cue.PICKUP, Cue.DELIVERY)) {
            end = Math.min(end, clause.find(cue).map(Utterance.Span::from).orElse(end));
        }
        long digits = clause.text().chars().filter(Character::isDigit).count();
        if (digits >= DIGITS_OF_A_PHONE) {
            return "";
        }
        var span = clause.find(wish);
        if (span.isEmpty() || span.get().from() >= end) {
            return trimmed(clause, 0, end);
        }
        // Hindi puts the wish last, English and Spanish put it first.
        boolean belongs = clause.lengthAt(Cue.KEEPS_ITS_NAME, span.get().from()) > 0;
        int from = belongs ? span.get().from() : span.get().to();
        var after = definite(trimmed(clause, from, end));
        return after.isEmpty() ? definite(trimmed(clause, 0, span.get().from())) : after;
    }

    /// Nothing for "something to eat" and for the beginning of a question.
    private static String definite(String text) {
        var words = Utterance.of(text);
        return words.isOnly(Cue.INDEFINITE) || words.opensLikeAQuestion() ? "" : text;
    }

    private static String message(Utterance heard, Cue cue) {
        var span = heard.find(cue).orElse(new Utterance.Span(0, 0));
        var rest = trimmed(heard, span.to(), heard.size());
        if (isRecipient(Utterance.of(rest))) {
            return "";
        }
        var first = heard.words().get(span.from()).plain();
        boolean tells = List.of("tell", "let", "digale", "dile", "avisele").contains(first);
        return tells ? trimmed(heard, span.from(), heard.size()) : rest;
    }

    private static boolean isRecipient(Utterance rest) {
        boolean named = rest.startsWith(Cue.MESSAGE_FOR) || rest.endsWith(Cue.FOR_WHOM);
        return named && rest.size() <= LONGEST_RECIPIENT;
    }

    /// Words `from` to `to` without what is only politeness at either end.
    private static String trimmed(Utterance words, int from, int to) {
        int start = from;
        int end = to;
        boolean shorter = true;
        while (shorter && start < end) {
            int front = politeness(words, start);
            start = Math.min(end, start + front);
            int back = words.lengthBefore(Cue.POLITE_END, end);
            end = Math.max(start, end - back);
            shorter = front + back > 0;
        }
        while (end > start && words.lengthBefore(Cue.ARTICLE, end) > 0) {
            end--;
        }
        return words.slice(start, end).strip();
    }

    private static int politeness(Utterance words, int at) {
        // "no onions" is an order, "no, onions" a correction.
        if (words.lengthAt(Cue.NO_WORD, at) > 0 && !words.pausesAfter(at)) {
            return 0;
        }
        int politeness = Math.max(words.lengthAt(Cue.FILLER, at), words.lengthAt(Cue.GREETING, at));
        return Math.max(politeness, words.lengthAt(Cue.WISH_LEAD, at));
    }

    private static String without(String text, String when) {
        var words = Utterance.of(when.isEmpty() ? text : text.replace(when, " "));
        int start = 0;
        while (start < words.size() && words.lengthAt(Cue.ARTICLE, start) > 0) {
            start++;
        }
        return trimmed(words, start, words.size());
    }

    private static boolean isTime(Utterance words, int at) {
        return words.lengthAt(Cue.TIME_WORD, at) > 0
                || words.words().get(at).plain().matches("\\d{1,2}[ap]m");
    }

    /// "at 8", "a las 8"
    private static boolean isClock(Utterance words, int at) {
        var word = words.words().get(at).plain();
        return (word.equals("at") || word.equals("las"))
                && at + 1 < words.size()
                && words.isNumber(at + 1);
    }

    private static int timeStart(Utterance words, int at) {
        int start = at;
        boolean numberBelongs =
                List.of("am", "pm", "oclock", "बजे", "baje")
                        .contains(words.words().get(at).plain());
        while (start > 0
                && (words.lengthAt(Cue.TIME_JOINT, start - 1) > 0
                        || (numberBelongs && words.isNumber(start - 1)))) {
            start--;
        }
        while (start < at
                && List.of("and", "or", "of", "in", "the", "y", "que", "de", "for", "को", "ko")
                        .contains(words.words().get(start).plain())) {
            start++;
        }
        return start;
    }

    private static int timeEnd(Utterance words, int at) {
        int end = at + 1;
        int last = end;
        while (end < words.size()) {
            boolean time = isTime(words, end) || words.isNumber(end);
            if (!time && words.lengthAt(Cue.TIME_JOINT, end) == 0) {
                break;
            }
            end++;
            last = time ? end : last;
        }
        return last;
    }
}
