package dev.parley.hives.search;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.hives.HiveId;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.List;

/// Tries a question on a hive: what is found, why, and whether an agent would answer.
public final class HiveSearchResource {
    private static final String THING = "Hive";
    private static final int MAX_QUESTION = 500;
    private static final int MAX_LIMIT = 20;
    private static final int LIMIT = 5;

    private final SearchHives search;

    public HiveSearchResource(SearchHives search) {
        this.search = search;
    }

    /// The answer.
    ///
    /// @param passages that the hive has
    /// @param embedded those of them that are found by meaning as well
    /// @param answered whether an agent would quote the first of `results`
    record Answer(
            String question,
            boolean answered,
            double confidence,
            long passages,
            long embedded,
            List<Found> results) {}

    public List<Route> routes(Authentication access) {
        return List.of(Route.get("/v1/hives/:hive_id/search", access.toRead(), this::searchHive));
    }

    private Response searchHive(Request request) {
        var org = Caller.of(request).org();
        var hive = new HiveId(request.id("hive_id", THING));
        var question = request.query("q", MAX_QUESTION).map(String::strip).orElse("");
        if (question.isEmpty()) {
            throw new Problem.Invalid("query", "q", "A question is needed", "missing");
        }
        int limit = request.query("limit").map(HiveSearchResource::limit).orElse(LIMIT);
        var counts = search.counts(org, hive).orElseThrow(() -> new Problem.NotFound(THING));
        var findings = search.find(org, List.of(hive), question, limit);
        return Response.ok(
                new Answer(
                        question,
                        findings.isAnswered(),
                        findings.confidence(),
                        counts.passages(),
                        counts.embedded(),
                        findings.found()));
    }

    private static int limit(String text) {
        if (text.matches("[1-9]\\d?") && Integer.parseInt(text) <= MAX_LIMIT) {
            return Integer.parseInt(text);
        }
        throw new Problem.Invalid(
                "query", "limit", "Should be from 1 to " + MAX_LIMIT, "int_range");
    }
}
