package dev.parley.actions.calling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.actions.ActionId;
import dev.parley.actions.ActionStore;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.outgoing.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs an action for whoever builds it, and shows what was sent and what came back.
public final class ActionTestsResource {
    private static final Set<String> OURS =
            Set.of("accept", "user-agent", "content-type", "idempotency-key");
    private static final String MASK = "\u2022".repeat(8);

    private final Database database;
    private final ActionStore actions;
    private final RunAction runAction;
    private final Ids ids;

    public ActionTestsResource(
            Database database, ActionStore actions, RunAction runAction, Ids ids) {
        this.database = database;
        this.actions = actions;
        this.runAction = runAction;
        this.ids = ids;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post("/v1/actions/:action_id/test", access.toWrite(), this::testAction));
    }

    private Response testAction(Request request) {
        var org = Caller.of(request).org();
        var arguments =
                request.body(body ->
                        Objects.requireNonNullElseGet(
                                body.optionalFreeObject("arguments"), Json::object));
        var id = new ActionId(request.id("action_id", "Action"));
        var stored =
                database.transact(org, tx -> actions.find(tx, org, id))
                        .orElseThrow(() -> new Problem.NotFound("Action"));
        var judge = new Arguments(stored.action().parameters());
        return Response.record(
                report(runAction.run(org, stored, judge, arguments, ids.next("jot"))));
    }

    private static ObjectNode report(Outcome outcome) {
        var report =
                Json.object()
                        .put("succeeded", outcome.hasSucceeded())
                        .put("text", outcome.text())
                        .put("durationMs", outcome.took().toMillis());
        report.set("request", sent(outcome.request()));
        report.set("answer", received(outcome.answer()));
        return report;
    }

    /// Values of the action's own headers are secrets (E3).
    private static @Nullable ObjectNode sent(@Nullable ActionRequest request) {
        if (request == null) {
            return null;
        }
        var sent = Json.object().put("method", request.method()).put("url", request.url());
        var headers = sent.putObject("headers");
        request.headers()
                .forEach((name, value) -> headers.put(name, OURS.contains(name) ? value : MASK));
        sent.set("body", request.body());
        return sent;
    }

    private static @Nullable ObjectNode received(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        var received = Json.object().put("status", answer.status());
        var headers = received.putObject("headers");
        answer.headers().forEach(headers::put);
        return received.put("body", AnswerText.body(answer)).put("isCut", answer.isCut());
    }
}
