package dev.parley.actions.calling;

import dev.parley.platform.outgoing.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How carrying out an action went.
///
/// @param request what was sent; null when nothing was
/// @param answer what came back; null when nothing did
/// @param took from sending to the end of the answer
/// @param hasSucceeded whether the endpoint said so: a status from 200 to 299
/// @param text what whoever asked is told: of the answer's text the first 16 KiB, or what went
///   wrong
public record Outcome(
        @Nullable ActionRequest request,
        @Nullable Answer answer,
        Duration took,
        boolean hasSucceeded,
        String text) {
    static Outcome notSent(String text) {
        return new Outcome(null, null, Duration.ZERO, false, text);
    }
}
