package dev.parley.conversations;

import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.lists.Columns.Condition;
import dev.parley.platform.time.Timestamps;
import java.util.ArrayList;
import java.util.List;

/// What a list of conversations may be narrowed to, all at once and together with a search: an
/// addition to the one field the contract lets a list be searched by.
final class ConversationFilter {
    private ConversationFilter() {}

    /// @throws Problem.Invalid for what is no time or no truth value
    static List<Condition> of(Request request) {
        var conditions = new ArrayList<Condition>();
        exact(request, "agent_id", "agent_id", conditions);
        exact(request, "prospect_id", "prospect_id", conditions);
        exact(request, "prospect_status", "prospect_status", conditions);
        exact(request, "sentiment", "sentiment", conditions);
        exact(request, "source_type", "source_type", conditions);
        time(request, "started_after", "started_at >= ?", conditions);
        time(request, "started_before", "started_at < ?", conditions);
        request.query("live")
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new Problem.Invalid(
                                "query", "live", "Input should be true or false", "bool_parsing");
                    }
                    return new Condition("live = ?", text.equals("true"));
                })
                .ifPresent(conditions::add);
        return conditions;
    }

    private static void exact(
            Request request, String name, String column, List<Condition> conditions) {
        request.query(name)
                .ifPresent(value -> conditions.add(new Condition(column + " = ?", value)));
    }

    private static void time(Request request, String name, String sql, List<Condition> conditions) {
        request.query(name)
                .map(text ->
                        Timestamps.read(text)
                                .orElseThrow(() ->
                                        new Problem.Invalid(
                                                "query",
                                                name,
                                                "Input should be a valid timestamp",
                                                "datetime_parsing")))
                .ifPresent(at -> conditions.add(new Condition(sql, at)));
    }
}
