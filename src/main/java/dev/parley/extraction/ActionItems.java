package dev.parley.extraction;

import dev.parley.extraction.Readback.Kind;
import dev.parley.prospects.ProspectStatus;
import dev.parley.understanding.CallerDetails;
import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.ArrayList;
import java.util.List;

/// What is left for the business to do.
final class ActionItems {
    private static final int MAX_ITEMS = 4;
    private static final Phrases PASSES_ON =
            Phrases.of(
                    "pass on, pass it on, pass that on, pass this on, lo paso, la paso, pasaré, team tak pahunch, टीम तक पहुँच");

    private static final Phrases DELIVERY =
            Phrases.of("delivery, delivered, a domicilio, entrega, डिलीवरी");

    private final Dialogue dialogue;
    private final Outcome outcome;
    private final Wording wording;
    private final String name;
    private final String phone;
    private final String address;
    private final List<String> items = new ArrayList<>();

    ActionItems(Dialogue dialogue, Outcome outcome, CallerDetails caller, Wording wording) {
        this.dialogue = dialogue;
        this.outcome = outcome;
        this.wording = wording;
        this.name = caller.name() == null ? wording.somebody : caller.name();
        this.phone = caller.phoneNumber() == null ? "" : wording.at.formatted(caller.phoneNumber());
        this.address = caller.address() == null ? "" : ", " + caller.address();
    }

    List<String> list() {
        outcome.agreed().forEach(this::settled);
        if (outcome.settled() == null) {
            decided();
        }
        outcome.promises().forEach(this::promised);
        return List.copyOf(items);
    }

    private void settled(Readback one) {
        var what = Quotes.of(one.what());
        items.add(
                switch (one.kind()) {
                    case ORDER ->
                            wording.prepareOrder.formatted(name + phone, what + deliveredTo(what));
                    case BOOKING -> wording.keepAppointment.formatted(name, what);
                    case CALLBACK -> callBack(what);
                    case MESSAGE ->
                            wording.passOn.formatted(
                                    name,
                                    phone,
                                    one.whom().isEmpty() ? "" : " " + one.whom(),
                                    what);
                });
    }

    private String deliveredTo(String what) {
        return DELIVERY.in(what) ? address : "";
    }

    private void decided() {
        var decision = outcome.decision();
        if (outcome.isOrder() && decision != null) {
            items.add(wording.prepareOrder.formatted(name, ordered(decision)));
        } else if (outcome.isAppointment() && decision != null) {
            items.add(wording.keepAppointment.formatted(name, Quotes.of(decision)));
        } else if (outcome.status() == ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT) {
            items.add(callBack(decision == null ? "" : Quotes.of(decision)));
        } else if (outcome.isRefusedForGood()) {
            items.add(wording.takeOffList.formatted(name));
        }
    }

    private String callBack(String what) {
        return wording.callBack.formatted(name, phone) + (what.isEmpty() ? "" : " (" + what + ")");
    }

    private void promised(Utterance promise) {
        if (items.size() >= MAX_ITEMS || isSaid(promise)) {
            return;
        }
        var wish = PASSES_ON.in(promise) ? Quotes.wish(dialogue.callers()) : null;
        var item = wording.followUp.formatted(name, Quotes.of(wish == null ? promise : wish));
        if (!items.contains(item)) {
            items.add(item);
        }
    }

    private boolean isSaid(Utterance promise) {
        if (promise == outcome.decision() || outcome.isOrder() && OutcomeWords.ORDER.in(promise)) {
            return true;
        }
        var callsBack = outcome.agreed().stream().anyMatch(one -> one.kind() == Kind.CALLBACK);
        return !outcome.agreed().isEmpty() && ReadbackWords.TAKEN.in(promise)
                || callsBack && OutcomeWords.CALLBACK.in(promise);
    }

    private String ordered(Utterance decision) {
        var item = OrderedItem.of(decision);
        var wish = Quotes.wish(dialogue.callers());
        return !item.isEmpty() ? item : Quotes.of(wish == null ? decision : wish);
    }
}
