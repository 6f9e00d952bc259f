package dev.parley.extraction;

import dev.parley.prospects.ProspectStatus;
import dev.parley.understanding.CallerDetails;
import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the facts out of a conversation by fixed rules, without any model.
public final class BuiltInExtractor implements Extractor {
    private static final int MAX_SUMMARY = 2_048;
    private static final int MAX_QUOTE = 240;
    private static final int MAX_ITEMS = 4;
    private static final Phrases WISH =
            Phrases.of(
                    """
                    want, need, like to, looking for, can i, could i, can you, could you, order, book, schedule, appointment, how much, problem, help, cancel, interested, calling about, do you have, is there, when, where, reserve, i'd like,
                    quiero, quisiera, quería, necesito, cita, pedido, reservar, cuánto, problema, ayuda, cancelar, dónde, cuándo, tienen, chahiye, chahta, chahti, karna, karni, karwani, karwana, book, kitna, kitne, kharab, dikkat, batao,
                    चाहिए, चाहता, चाहती, करना, करनी, कराना, बुक, कितना, कितने, खराब, दिक्कत, मिलना\
                    """);

    @Override
    public Analytics extract(Call call) {
        var dialogue = Dialogue.of(call.lines());
        var caller = caller(call, dialogue);
        var outcome = Outcome.of(dialogue);
        var wording = Wording.of(dialogue, call.language());
        var items = actionItems(dialogue, outcome, caller, wording);
        return new Analytics(
                summary(call, dialogue, caller, outcome, wording),
                items.isEmpty() ? null : items,
                Consent.isGiven(dialogue),
                caller.emailAddress(),
                caller.name(),
                caller.phoneNumber(),
                caller.address(),
                Mood.of(dialogue),
                outcome.status());
    }

    private static CallerDetails caller(Call call, Dialogue dialogue) {
        var caller =
                new CallerDetails(
                        call.language(),
                        call.region(),
                        Set.copyOf(List.of(call.agentName(), call.companyName())));
        for (var line : dialogue.lines()) {
            if (line.isCallers()) {
                caller.callerSaid(line.said().text());
            } else {
                caller.agentSaid(line.said().text());
            }
        }
        return caller;
    }

    private static List<String> actionItems(
            Dialogue dialogue, Outcome outcome, CallerDetails caller, Wording wording) {
        var items = new ArrayList<String>();
        var name = caller.name() == null ? wording.somebody : caller.name();
        var phone = caller.phoneNumber() == null ? "" : wording.at.formatted(caller.phoneNumber());
        var decision = outcome.decision();
        if (outcome.isOrder() && decision != null) {
            items.add(wording.prepareOrder.formatted(name, ordered(dialogue, decision)));
        } else if (outcome.isAppointment() && decision != null) {
            items.add(wording.keepAppointment.formatted(name, quote(decision)));
        } else if (outcome.status() == ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT) {
            items.add(
                    wording.callBack.formatted(name, phone)
                            + (decision == null ? "" : " (" + quote(decision) + ")"));
        } else if (outcome.isRefusedForGood()) {
            items.add(wording.takeOffList.formatted(name));
        }
        for (var promise : outcome.promises()) {
            var isSaid = promise == decision || outcome.isOrder() && OutcomeWords.ORDER.in(promise);
            if (items.size() < MAX_ITEMS && !isSaid) {
                items.add(wording.followUp.formatted(name, quote(promise)));
            }
        }
        return List.copyOf(items);
    }

    private static String ordered(Dialogue dialogue, Utterance decision) {
        var item = OrderedItem.of(decision);
        var wish = wish(dialogue.callers());
        return !item.isEmpty() ? item : quote(wish == null ? decision : wish);
    }

    private static @Nullable String summary(
            Call call, Dialogue dialogue, CallerDetails caller, Outcome outcome, Wording wording) {
        var callers = dialogue.callers();
        if (callers.isEmpty()) {
            return null;
        }
        var who = caller.name() == null ? wording.someone : caller.name();
        var wish = wish(callers);
        var sentences = new ArrayList<String>();
        sentences.add(
                wish == null
                        ? wording.called.formatted(who, call.companyName())
                        : wording.calledAndSaid.formatted(who, call.companyName(), quote(wish)));
        var result = result(outcome, wording);
        if (result != null) {
            sentences.add(result);
        }
        if (caller.phoneNumber() != null) {
            sentences.add(wording.number.formatted(caller.phoneNumber()));
        }
        return cut(String.join(" ", sentences), MAX_SUMMARY);
    }

    private static @Nullable String result(Outcome outcome, Wording wording) {
        var decision = outcome.decision();
        return switch (outcome.status()) {
            case PRODUCT_ORDER_PLACED, SERVICE_ORDER_PLACED ->
                    decision == null ? null : wording.ordered.formatted(quote(decision));
            case SCHEDULED_APPOINTMENT_FOR_SERVICE, SCHEDULED_APPOINTMENT_WITH_PERSON ->
                    decision == null ? null : wording.booked.formatted(quote(decision));
            case SCHEDULED_CALLBACK_WITH_BOT ->
                    wording.callbackAgreed.formatted(
                            decision == null ? "" : " (" + quote(decision) + ")");
            case NOT_INTERESTED -> wording.notInterested;
            case NEW, GENERAL_ENQUIRY -> null;
        };
    }

    private static @Nullable Utterance wish(List<Utterance> callers) {
        for (var said : callers) {
            if (said.size() >= 3 && WISH.in(said)) {
                return said;
            }
        }
        return callers.stream().filter(said -> said.size() >= 4).findFirst().orElse(null);
    }

    private static String quote(Utterance said) {
        return cut(said.text().strip(), MAX_QUOTE);
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
