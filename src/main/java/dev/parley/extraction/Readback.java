package dev.parley.extraction;

import dev.parley.extraction.Dialogue.Line;
import dev.parley.understanding.Intent;
import dev.parley.understanding.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the agent read back to the caller, who said that it is right, and then took down.
///
/// @param what what is wanted, in the words of the agent
/// @param whom whom a message is for, with its preposition; mostly empty
record Readback(Kind kind, String what, String whom) {
    private static final int LONGEST_TITLE = 8;

    /// What a read-back may settle.
    enum Kind {
        ORDER,
        BOOKING,
        CALLBACK,
        MESSAGE
    }

    /// What was read back and confirmed in `dialogue`, in order; what was changed later counts as
    /// it was said last.
    static List<Readback> confirmedIn(Dialogue dialogue) {
        var confirmed = new ArrayList<Readback>();
        var lines = dialogue.lines();
        @Nullable Utterance open = null;
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.isCallers() || !asksIfRight(line)) {
                if (isCancellation(line)) {
                    confirmed.removeIf(one -> one.kind != Kind.MESSAGE);
                }
                continue;
            }
            var wish = wishIn(line.said());
            open = wish == null ? open : wish;
            var next = statementsAfter(lines, at);
            var tool = dialogue.toolAfter(at);
            var isDone = isTaken(next) || !tool.isEmpty() && !isFailed(lines, at);
            if (open != null && agrees(dialogue.repliesTo(at)) && isDone) {
                add(confirmed, ReadbackReader.read(open, with(next, tool)));
            }
        }
        return List.copyOf(confirmed);
    }

    /// What the agent stated, without what was only said back to ask if it is right.
    static List<Utterance> statementsIn(Dialogue dialogue) {
        return dialogue.lines().stream()
                .filter(line -> !line.isCallers())
                .flatMap(line -> {
                    var asks = asksIfRight(line);
                    return line.said().sentences().stream()
                            .filter(said -> !said.isQuestion() && !isQuoted(said))
                            .filter(said -> !(asks && lead(said) >= 0));
                })
                .toList();
    }

    /// What was read back last, if the caller objected to it or left for good; null otherwise.
    static @Nullable String turnedDownIn(Dialogue dialogue) {
        var lines = dialogue.lines();
        for (var at = lines.size() - 1; at >= 0; at--) {
            var line = lines.get(at);
            var wish = !line.isCallers() && asksIfRight(line) ? wishIn(line.said()) : null;
            if (wish != null) {
                return agrees(dialogue.repliesTo(at)) ? null : ReadbackReader.what(wish);
            }
        }
        return null;
    }

    private static void add(List<Readback> confirmed, @Nullable Readback latest) {
        if (latest != null) {
            confirmed.removeIf(
                    one -> one.kind == latest.kind && one.whom.equalsIgnoreCase(latest.whom));
            confirmed.add(latest);
        }
    }

    /// A tool's name tells what it did, where the words of its success do not.
    private static List<Utterance> with(List<Utterance> statements, String tool) {
        var all = new ArrayList<>(statements);
        if (!tool.isEmpty()) {
            all.add(Utterance.of(tool));
        }
        return all;
    }

    /// Whether the agent said that it had not worked, before it read anything back again.
    private static boolean isFailed(List<Line> lines, int at) {
        for (var i = at + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.isCallers()) {
                if (ReadbackWords.NOT_DONE.in(line.said())) {
                    return true;
                } else if (asksIfRight(line)) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isCancellation(Line line) {
        return !line.isCallers()
                && line.said().sentences().stream()
                        .anyMatch(said -> !said.isQuestion() && OutcomeWords.CANCELLED.in(said));
    }

    private static boolean asksIfRight(Line line) {
        return line.said().sentences().stream()
                .anyMatch(said -> said.isQuestion() && ReadbackWords.IS_RIGHT.in(said));
    }

    private static boolean agrees(List<Utterance> replies) {
        var intents =
                replies.stream()
                        .flatMap(reply -> Intent.of(reply).stream())
                        .collect(Collectors.toSet());
        var isObjection = intents.contains(Intent.NO) || intents.contains(Intent.CORRECTION);
        return !isObjection
                && intents.stream().anyMatch(Set.of(Intent.YES, Intent.THANKS)::contains);
    }

    private static List<Utterance> statementsAfter(List<Line> lines, int at) {
        var next = at + 1;
        while (next < lines.size() && lines.get(next).isCallers()) {
            next++;
        }
        var statements = new ArrayList<Utterance>();
        while (next < lines.size() && !lines.get(next).isCallers()) {
            lines.get(next).said().sentences().stream()
                    .filter(said -> !said.isQuestion() && !isQuoted(said))
                    .forEach(statements::add);
            next++;
        }
        return statements;
    }

    /// What a document, a product or a tool says is nothing the agent says.
    private static boolean isQuoted(Utterance said) {
        var first = ReadbackWords.QUOTES.first(said);
        return first >= 0 && first <= LONGEST_TITLE;
    }

    private static boolean isTaken(List<Utterance> statements) {
        var isCancelled = statements.stream().anyMatch(OutcomeWords.CANCELLED::in);
        return !isCancelled && statements.stream().anyMatch(ReadbackWords.TAKEN::in);
    }

    /// From the words that open a read-back up to the caller's own details.
    private static @Nullable Utterance wishIn(Utterance said) {
        var wish = new StringBuilder();
        for (var sentence : said.sentences()) {
            var isEnd = isDetail(sentence) || ReadbackWords.IS_RIGHT.in(sentence);
            if (!wish.isEmpty() && isEnd) {
                break;
            }
            if (!wish.isEmpty() || lead(sentence) >= 0) {
                var from = wish.isEmpty() ? lead(sentence) : 0;
                var to = isEnd ? endOfWish(sentence) : sentence.size();
                wish.append(sentence.slice(from, to)).append(". ");
            }
        }
        return wish.isEmpty() ? null : Utterance.of(wish.toString().strip());
    }

    /// Where "is that right?" follows in the same sentence.
    private static int endOfWish(Utterance sentence) {
        var end = ReadbackWords.IS_RIGHT.first(sentence);
        return end > lead(sentence) ? end : sentence.size();
    }

    private static boolean isDetail(Utterance sentence) {
        var first = ReadbackWords.DETAILS.first(sentence);
        return first >= 0 && first <= 1;
    }

    private static int lead(Utterance sentence) {
        for (var at = 0; at < Math.min(3, sentence.size()); at++) {
            // A lone "message" further on is no lead: "may I take a message".
            var shortest = at == 0 ? 1 : 2;
            if (ReadbackWords.LEAD.at(sentence, at) > 0
                    || ReadbackWords.MESSAGE_LEAD.at(sentence, at) >= shortest) {
                return at;
            }
        }
        return -1;
    }
}
