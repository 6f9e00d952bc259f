package dev.parley.extraction;

import dev.parley.understanding.CallerDetails;
import java.util.List;
import java.util.Set;

/// Reads the facts out of a conversation by fixed rules, without any model.
public final class BuiltInExtractor implements Extractor {
    @Override
    public Analytics extract(Call call) {
        var dialogue = Dialogue.of(call.lines());
        var caller = caller(call, dialogue);
        var outcome = Outcome.of(dialogue);
        var wording = Wording.of(dialogue, call.language());
        var items = new ActionItems(dialogue, outcome, caller, wording).list();
        return new Analytics(
                new Summary(call, dialogue, caller, outcome, wording).text(),
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
}
