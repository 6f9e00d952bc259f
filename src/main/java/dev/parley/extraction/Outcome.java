package dev.parley.extraction;

import dev.parley.prospects.ProspectStatus;
import dev.parley.understanding.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a conversation.
///
/// @param decision the agent's sentence that settled it, or null
/// @param promises what the agent said would happen next
/// @param isRefusedForGood whether the caller asked never to be called again
record Outcome(
        ProspectStatus status,
        @Nullable Utterance decision,
        List<Utterance> promises,
        boolean isRefusedForGood) {

    /// Reads the outcome out of what both said; an order outweighs a visit, a visit a call.
    static Outcome of(Dialogue dialogue) {
        var statements = dialogue.agentStatements();
        var order = last(statements, OutcomeWords::placesOrder);
        var appointment = last(statements, OutcomeWords::makesAppointment);
        var cancelled = last(statements, OutcomeWords.CANCELLED::in);
        var promises = statements.stream().filter(OutcomeWords::promises).toList();
        var isRefusedForGood = dialogue.callers().stream().anyMatch(OutcomeWords.NEVER_AGAIN::in);
        if (isAfter(statements, order, cancelled)) {
            return new Outcome(orderStatus(dialogue), order, promises, false);
        }
        if (isAfter(statements, appointment, cancelled)) {
            var status =
                    OutcomeWords.isWithPerson(dialogue, appointment)
                            ? ProspectStatus.SCHEDULED_APPOINTMENT_WITH_PERSON
                            : ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE;
            return new Outcome(status, appointment, promises, false);
        }
        return withoutBooking(dialogue, statements, promises, isRefusedForGood);
    }

    private static Outcome withoutBooking(
            Dialogue dialogue,
            List<Utterance> statements,
            List<Utterance> promises,
            boolean isRefusedForGood) {
        if (isRefusedForGood || OutcomeWords.isRefused(dialogue)) {
            return new Outcome(ProspectStatus.NOT_INTERESTED, null, promises, isRefusedForGood);
        }
        var callback = last(statements, OutcomeWords.CALLBACK::in);
        if (callback != null || OutcomeWords.agreesToCallback(dialogue)) {
            return new Outcome(
                    ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT, callback, promises, false);
        }
        if (OutcomeWords.isDeclined(dialogue)) {
            return new Outcome(ProspectStatus.NOT_INTERESTED, null, promises, false);
        }
        var status =
                OutcomeWords.isEnquiry(dialogue)
                        ? ProspectStatus.GENERAL_ENQUIRY
                        : ProspectStatus.NEW;
        return new Outcome(status, null, promises, false);
    }

    private static ProspectStatus orderStatus(Dialogue dialogue) {
        var isService =
                dialogue.lines().stream().anyMatch(line -> OutcomeWords.SERVICE.in(line.said()));
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
