package dev.parley.brains.desk;

import static dev.parley.brains.desk.Detail.ADDRESS;
import static dev.parley.brains.desk.Detail.EMAIL;
import static dev.parley.brains.desk.Detail.HANDOVER;
import static dev.parley.brains.desk.Detail.ITEMS;
import static dev.parley.brains.desk.Detail.NAME;
import static dev.parley.brains.desk.Detail.PHONE;
import static dev.parley.brains.desk.Detail.SUBJECT;
import static dev.parley.brains.desk.Detail.WHEN;
import static dev.parley.brains.desk.Detail.WORDS;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Utterance;
import java.util.List;
import java.util.Optional;

/// What a caller wants done, and what has to be known for it, in the order it is asked.
public enum Wish {
    ORDER(
            Phrase.START_ORDER,
            Phrase.DONE_ORDER,
            ITEMS,
            HANDOVER,
            ADDRESS,
            WHEN,
            NAME,
            PHONE,
            EMAIL),
    BOOKING(Phrase.START_BOOKING, Phrase.DONE_BOOKING, SUBJECT, WHEN, NAME, PHONE, EMAIL),
    MESSAGE(Phrase.START_MESSAGE, Phrase.DONE_MESSAGE, WORDS, NAME, PHONE),
    CALLBACK(Phrase.START_CALLBACK, Phrase.DONE_CALLBACK, WORDS, WHEN, NAME, PHONE),
    ENQUIRY(Phrase.START_ENQUIRY, Phrase.DONE_MESSAGE, WORDS, NAME, PHONE, EMAIL),
    /// Whatever else one of the agent's tools does.
    ERRAND(
            Phrase.START_ERRAND,
            Phrase.DID_ERRAND,
            WORDS,
            HANDOVER,
            ADDRESS,
            WHEN,
            NAME,
            PHONE,
            EMAIL);

    final Phrase start;
    final Phrase done;
    final List<Detail> details;

    Wish(Phrase start, Phrase done, Detail... details) {
        this.start = start;
        this.done = done;
        this.details = List.of(details);
    }

    /// A wish, and the words that express it.
    record Found(Wish wish, Cue cue) {}

    static Optional<Found> in(Utterance heard) {
        if (heard.says(Cue.EXISTING)) {
            return Optional.of(new Found(ENQUIRY, Cue.EXISTING));
        }
        return first(
                heard,
                new Found(CALLBACK, Cue.CALLBACK),
                new Found(MESSAGE, Cue.MESSAGE),
                new Found(ORDER, Cue.ORDER),
                new Found(BOOKING, Cue.BOOKING),
                new Found(ENQUIRY, Cue.NEED),
                new Found(ORDER, Cue.ORDER_LOOSELY));
    }

    private static Optional<Found> first(Utterance heard, Found... inThisOrder) {
        for (var found : inThisOrder) {
            if (heard.says(found.cue)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// What the caller says in his own words: the order, the subject or the message.
    Detail freeText() {
        return details.getFirst();
    }
}
