package dev.parley.extraction;

import dev.parley.extraction.Readback.Kind;
import dev.parley.prospects.ProspectStatus;
import dev.parley.understanding.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a conversation.
///
/// @param decision the agent's sentence that settled it, or null
/// @param promises what the agent said would happen next
/// @param agreed what was read back to the caller and confirmed
/// @param isRefusedForGood whether the caller asked never to be called again
record Outcome(
        ProspectStatus status,
        @Nullable Utterance decision,
        List<Utterance> promises,
        List<Readback> agreed,
        boolean isRefusedForGood) {

    /// Reads the outcome out of what both said; an order outweighs a visit, a visit a call.
    static Outcome of(Dialogue dialogue) {
        var statements = Readback.statementsIn(dialogue);
        var agreed = Readback.confirmedIn(dialogue);
        var order = last(statements, OutcomeWords::placesOrder);
        var appointment = last(statements, OutcomeWords::makesAppointment);
        var cancelled = last(statements, OutcomeWords.CANCELLED::in);
        var promises = statements.stream().filter(OutcomeWords::promises).toList();
        var isBooking = holds(agreed, Kind.BOOKING) && !holds(agreed, Kind.ORDER);
        if (!isBooking && isAfter(statements, order, cancelled) || holds(agreed, Kind.ORDER)) {
            return new Outcome(orderStatus(dialogue, agreed), order, promises, agreed, false);
        }
        if (isBooking || isAfter(statements, appointment, cancelled)) {
            var status =
                    OutcomeWords.isWithPerson(dialogue, appointment)
                            ? ProspectStatus.SCHEDULED_APPOINTMENT_WITH_PERSON
                            : ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE;
            return new Outcome(status, appointment, promises, agreed, false);
        }
        return withoutBooking(dialogue, statements, promises, agreed);
    }

    private static Outcome withoutBooking(
            Dialogue dialogue,
            List<Utterance> statements,
            List<Utterance> promises,
            List<Readback> agreed) {
        var isRefusedForGood = dialogue.callers().stream().anyMatch(OutcomeWords.NEVER_AGAIN::in);
        var callback = last(statements, OutcomeWords::willCallBack);
        var isGivenUp =
                Readback.turnedDownIn(dialogue) != null
                        || !isAfter(
                                statements, callback, last(statements, OutcomeWords::isGivenUp));
        var isCallback =
                holds(agreed, Kind.CALLBACK)
                        || callback != null && !isGivenUp
                        || OutcomeWords.agreesToCallback(dialogue);
        if (isRefusedForGood || agreed.isEmpty() && OutcomeWords.isRefused(dialogue)) {
            return new Outcome(
                    ProspectStatus.NOT_INTERESTED, null, promises, agreed, isRefusedForGood);
        }
        if (isCallback) {
            var status = ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT;
            return new Outcome(status, callback, promises, agreed, false);
        }
        return new Outcome(open(dialogue, agreed), null, promises, agreed, false);
    }

    private static ProspectStatus open(Dialogue dialogue, List<Readback> agreed) {
        if (agreed.isEmpty() && OutcomeWords.isDeclined(dialogue)) {
            return ProspectStatus.NOT_INTERESTED;
        }
        return OutcomeWords.isEnquiry(dialogue)
                ? ProspectStatus.GENERAL_ENQUIRY
                : ProspectStatus.NEW;
    }

    private static boolean holds(List<Readback> agreed, Kind kind) {
        return agreed.stream().anyMatch(one -> one.kind() == kind);
    }

    /// What was read back of an order, a visit or a call, whichever the status tells of.
    @Nullable Readback settled() {
        var kind =
                isOrder()
                        ? Kind.ORDER
                        : isAppointment()
                                ? Kind.BOOKING
                                : status == ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT
                                        ? Kind.CALLBACK
                                        : Kind.MESSAGE;
        return agreed.reversed().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    private static ProspectStatus orderStatus(Dialogue dialogue, List<Readback> agreed) {
        // An order with a day and no way to hand it over is for something to be done.
        var isTimed =
                agreed.stream()
                        .filter(one -> one.kind() == Kind.ORDER)
                        .map(one -> Utterance.of(one.what()))
                        .anyMatch(what ->
                                OutcomeWords.DAY.in(what) && !ReadbackWords.HANDOVER.in(what));
        var isService =
                isTimed
                        || dialogue.lines().stream()
                                .anyMatch(line -> OutcomeWords.SERVICE.in(line.said()));
        return isService
                ? ProspectStatus.SERVICE_ORDER_PLACED
                : ProspectStatus.PRODUCT_ORDER_PLACED;
    }

    private static @Nullable Utterance last(
            List<Utterance> statements, java.util.function.Predicate<Utterance> rule) {
        return statements.reversed().stream().filter(rule).findFirst().orElse(null);
    }

    private static boolean isAfter(
            List<Utterance> statements,
            @Nullable Utterance decision,
            @Nullable Utterance cancelled) {
        return decision != null
                && (cancelled == null
                        || statements.lastIndexOf(decision) > statements.lastIndexOf(cancelled));
    }

    boolean isOrder() {
        return status == ProspectStatus.PRODUCT_ORDER_PLACED
                || status == ProspectStatus.SERVICE_ORDER_PLACED;
    }

    boolean isAppointment() {
        return status == ProspectStatus.SCHEDULED_APPOINTMENT_WITH_PERSON
                || status == ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE;
    }
}
