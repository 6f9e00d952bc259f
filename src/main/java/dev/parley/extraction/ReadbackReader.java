package dev.parley.extraction;

import static dev.parley.extraction.ReadbackWords.CALLS_BACK;
import static dev.parley.extraction.ReadbackWords.HANDOVER;
import static dev.parley.extraction.ReadbackWords.IS;
import static dev.parley.extraction.ReadbackWords.LEAD;
import static dev.parley.extraction.ReadbackWords.MESSAGE;
import static dev.parley.extraction.ReadbackWords.MESSAGE_LEAD;
import static dev.parley.extraction.ReadbackWords.PASSES_ON;
import static dev.parley.extraction.ReadbackWords.REASON;
import static dev.parley.extraction.ReadbackWords.REQUEST;

import dev.parley.extraction.Readback.Kind;
import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts a read-back into what it is and what is wanted.
final class ReadbackReader {
    private static final Phrases ARTICLE = Phrases.of("the, your, our");

    private ReadbackReader() {}

    /// @param said the read-back without the caller's own details
    /// @param next what the agent stated when the caller had confirmed it
    static @Nullable Readback read(Utterance said, List<Utterance> next) {
        if (said.size() == 0) {
            return null;
        }
        var at = afterLeads(said);
        if (MESSAGE_LEAD.at(said, at) > 0) {
            return message(said, at + MESSAGE_LEAD.at(said, at));
        }
        if (CALLS_BACK.at(said, 0) > 0) {
            return new Readback(Kind.CALLBACK, callback(said, at), "");
        }
        var what = plain(said.slice(at, said.size()));
        var kind = PASSES_ON.at(said, 0) > 0 ? Kind.MESSAGE : kind(Utterance.of(what), next);
        if (kind == null || what.isEmpty() || OutcomeWords.CANCELLED.in(what)) {
            return null;
        }
        var from = kind == Kind.MESSAGE ? 0 : ARTICLE.at(Utterance.of(what), 0);
        var whole = Utterance.of(what);
        return new Readback(kind, whole.slice(from, whole.size()), "");
    }

    /// What is wanted, whatever it is.
    static String what(Utterance said) {
        var read = read(said, List.of());
        return read == null ? plain(said.slice(afterLeads(said), said.size())) : read.what();
    }

    private static int afterLeads(Utterance said) {
        var at = 0;
        for (var length = LEAD.at(said, 0); length > 0; length = LEAD.at(said, at)) {
            at += length;
        }
        return at;
    }

    private static @Nullable Kind kind(Utterance what, List<Utterance> next) {
        var opensAsVisit = OutcomeWords.VISIT.at(what, 0) > 0 || OutcomeWords.VISIT.at(what, 1) > 0;
        if (says(OutcomeWords.ORDER, next)) {
            return opensAsVisit ? Kind.BOOKING : Kind.ORDER;
        }
        if (says(MESSAGE, next)) {
            return Kind.MESSAGE;
        }
        if (says(OutcomeWords.CALLBACK, next)) {
            return Kind.CALLBACK;
        }
        if (says(REQUEST, next) || opensAsVisit) {
            return Kind.BOOKING;
        }
        return HANDOVER.in(what) ? Kind.ORDER : OutcomeWords.DAY.in(what) ? Kind.BOOKING : null;
    }

    private static boolean says(Phrases words, List<Utterance> statements) {
        return statements.stream().anyMatch(words::in);
    }

    private static @Nullable Readback message(Utterance said, int at) {
        var end = at;
        while (end < said.size() && !said.words().get(end).gap().contains(":")) {
            end++;
        }
        if (end == said.size()) {
            end = at + IS.at(said, at);
            if (end == at) {
                return null;
            }
        }
        var to = end > at && IS.at(said, end - 1) > 0 ? end - 1 : end;
        return new Readback(Kind.MESSAGE, plain(said.slice(end, said.size())), said.slice(at, to));
    }

    /// When to call, and what about.
    private static String callback(Utterance said, int at) {
        for (var i = at; i < said.size(); i++) {
            var length = REASON.at(said, i);
            if (length > 0) {
                var when = plain(said.slice(at, i));
                var reason = plain(said.slice(i + length, said.size()));
                return when.isEmpty() ? reason : when + "; " + reason;
            }
        }
        return plain(said.slice(at, said.size()));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("^[\\p{Punct}\\s]+|[,;:.।\\s]+$", "");
    }
}
