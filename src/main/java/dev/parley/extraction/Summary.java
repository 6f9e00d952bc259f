package dev.parley.extraction;

import dev.parley.extraction.Extractor.Call;
import dev.parley.prospects.ProspectStatus;
import dev.parley.understanding.CallerDetails;
import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who called, what for, what came of it, and the number: in a few sentences.
final class Summary {
    private static final int MAX_SUMMARY = 2_048;
    private static final Phrases NOT_KNOWN =
            Phrases.of(
                    """
                    i don't know, i do not know, don't have that information, do not have that information, not sure about that, no lo sé, no tengo esa información, eso tampoco lo sé,
                    jaankari nahi, jaankari nahin, jankari nahi, pata nahi, जानकारी नहीं, जानकारी मेरे पास नहीं, पता नहीं\
                    """);

    private final Call call;
    private final Dialogue dialogue;
    private final Outcome outcome;
    private final Wording wording;
    private final String who;
    private final @Nullable String number;

    Summary(Call call, Dialogue dialogue, CallerDetails caller, Outcome outcome, Wording wording) {
        this.call = call;
        this.dialogue = dialogue;
        this.outcome = outcome;
        this.wording = wording;
        this.who = caller.name() == null ? wording.someone : caller.name();
        this.number = caller.phoneNumber();
    }

    /// The sentences; null when the caller said nothing.
    @Nullable String text() {
        var callers = dialogue.callers();
        if (callers.isEmpty()) {
            return null;
        }
        var sentences = new ArrayList<String>();
        var settled = outcome.settled();
        if (settled != null) {
            sentences.add(opening(settled));
            sentences.add(result(settled));
        } else {
            var wish = Quotes.wish(callers);
            sentences.add(opening(wish));
            var result = result();
            sentences.add(result == null ? withoutResult(wish) : result);
        }
        sentences.add(number == null ? "" : wording.number.formatted(number));
        return Quotes.cut(
                sentences.stream()
                        .filter(one -> !one.isEmpty())
                        .map(wording::closed)
                        .collect(Collectors.joining(" ")),
                MAX_SUMMARY);
    }

    private String opening(@Nullable Utterance wish) {
        if (wish == null || outcome.status() == ProspectStatus.NEW) {
            return wording.called.formatted(who, call.companyName());
        }
        var how = wish.isQuestion() ? wording.calledAndAsked : wording.calledAndSaid;
        return how.formatted(who, call.companyName(), Quotes.of(wish));
    }

    private String opening(Readback settled) {
        var what = Quotes.of(settled.what());
        return switch (settled.kind()) {
            case ORDER -> wording.calledToOrder.formatted(who, call.companyName(), what);
            case BOOKING -> wording.calledToBook.formatted(who, call.companyName(), what);
            case CALLBACK ->
                    what.isEmpty()
                            ? wording.called.formatted(who, call.companyName())
                            : wording.askedForCall.formatted(who, call.companyName(), what);
            case MESSAGE ->
                    wording.leftMessage.formatted(
                            who, call.companyName(), whom(settled.whom()), what);
        };
    }

    private static String whom(String whom) {
        return whom.isEmpty() ? "" : " " + whom;
    }

    private String result(Readback settled) {
        return switch (settled.kind()) {
            case ORDER -> wording.orderTaken;
            case BOOKING -> wording.bookingTaken;
            case CALLBACK -> wording.callbackAgreed.formatted("");
            case MESSAGE -> wording.messageTaken;
        };
    }

    private @Nullable String result() {
        var decision = outcome.decision();
        return switch (outcome.status()) {
            case PRODUCT_ORDER_PLACED, SERVICE_ORDER_PLACED ->
                    decision == null ? null : wording.ordered.formatted(Quotes.of(decision));
            case SCHEDULED_APPOINTMENT_FOR_SERVICE, SCHEDULED_APPOINTMENT_WITH_PERSON ->
                    decision == null ? null : wording.booked.formatted(Quotes.of(decision));
            case SCHEDULED_CALLBACK_WITH_BOT ->
                    wording.callbackAgreed.formatted(
                            decision == null ? "" : " (" + Quotes.of(decision) + ")");
            case NOT_INTERESTED ->
                    Readback.turnedDownIn(dialogue) == null ? wording.notInterested : null;
            case NEW, GENERAL_ENQUIRY -> null;
        };
    }

    private String withoutResult(@Nullable Utterance wish) {
        var turnedDown = Readback.turnedDownIn(dialogue);
        if (turnedDown != null) {
            return wording.notConfirmed.formatted(Quotes.of(turnedDown));
        }
        return wish == null || !wish.isQuestion() ? "" : answerTo(wish);
    }

    private String answerTo(Utterance question) {
        for (var at = 0; at + 1 < dialogue.lines().size(); at++) {
            var next = dialogue.lines().get(at + 1);
            if (dialogue.lines().get(at).said() == question && !next.isCallers()) {
                return answer(next.said());
            }
        }
        return "";
    }

    private String answer(Utterance said) {
        if (NOT_KNOWN.in(said)) {
            return wording.notKnown;
        }
        var stated =
                said.sentences().stream()
                        .filter(sentence -> !sentence.isQuestion())
                        .map(Quotes::of)
                        .collect(Collectors.joining(" "));
        return stated.isEmpty() ? "" : wording.answered.formatted(Quotes.of(stated));
    }
}
