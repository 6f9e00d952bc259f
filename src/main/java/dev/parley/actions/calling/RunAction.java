package dev.parley.actions.calling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionStore.Stored;
import dev.parley.actions.Endpoint;
import dev.parley.actions.SealedHeaders;
import dev.parley.platform.outgoing.Answer;
import dev.parley.platform.outgoing.Bounds;
import dev.parley.platform.outgoing.Call;
import dev.parley.platform.outgoing.GuardedClient;
import dev.parley.platform.outgoing.NotReached;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries out an action once: no redirect is followed and nothing is sent twice (N7).
public final class RunAction {
    /// What one call may cost.
    static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 1_024 * 1_024, 0);

    private static final int MAX_ARGUMENTS = 64 * 1_024;
    private static final int SERVER_ERROR = 500;

    private final GuardedClient client;
    private final SealedHeaders headers;
    private final Endpoints endpoints = new Endpoints();

    public RunAction(GuardedClient client, SealedHeaders headers) {
        this.client = client;
        this.headers = headers;
    }

    /// Waits for the end. What goes wrong is in the outcome.
    ///
    /// @param judge of the action's parameters
    /// @param call the id of this use
    public Outcome run(
            OrgId org, Stored stored, Arguments judge, ObjectNode arguments, String call) {
        if (!(stored.action().endpoint() instanceof Endpoint.Http http)) {
            return Outcome.notSent("Not done: this server cannot run actions of this kind.");
        }
        var faults = judge.faults(arguments);
        if (!faults.isEmpty()) {
            return Outcome.notSent(wrong(faults));
        }
        var opened = headers.open(org, stored.action().id(), stored.sealedHeaders());
        var request = ActionRequest.of(http, opened, arguments, call);
        var body = request.bytes();
        if ((body == null ? request.url().length() : body.length) > MAX_ARGUMENTS) {
            return Outcome.notSent("Not done: the arguments are too long.");
        }
        return endpoints
                .enter(org, request.url())
                .map(leave -> send(request, body, leave))
                .orElseGet(
                        () -> Outcome.notSent("Not done: the service does not answer just now."));
    }

    private Outcome send(ActionRequest request, byte @Nullable [] body, Endpoints.Leave leave) {
        long begun = System.nanoTime();
        try (leave) {
            var answer =
                    client.send(
                            new Call(
                                    request.method(),
                                    request.url(),
                                    request.headers(),
                                    body,
                                    BOUNDS));
            leave.report(answer.status() < SERVER_ERROR);
            return answered(request, answer, begun);
        } catch (NotReached e) {
            leave.report(e.reason() == NotReached.Reason.FORBIDDEN);
            return new Outcome(
                    request, null, since(begun), false, "Failed: the service did not answer.");
        }
    }

    private static Outcome answered(ActionRequest request, Answer answer, long begun) {
        return new Outcome(
                request,
                answer,
                since(begun),
                AnswerText.hasSucceeded(answer),
                AnswerText.of(answer));
    }

    private static String wrong(List<String> faults) {
        return "Not done: the arguments do not fit. " + String.join("; ", faults);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
