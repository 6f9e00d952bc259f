package dev.parley.platform.lists;

import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.time.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a list request asks for, after the contract's list parameters.
///
/// @param searchBy a field name, not yet known to exist; likewise `sortBy`
/// @param skip records to pass over
/// @param limit most records to answer, 1 to 100
/// @param cursor where the last page ended, not yet known to fit
/// @param count whether to say how many records there are
/// @param fields names, not yet known to exist; all of the record when empty
public record Listing(
        Optional<String> searchBy,
        Optional<String> searchValue,
        Optional<String> status,
        Optional<String> app,
        Optional<String> sortBy,
        boolean ascending,
        int skip,
        int limit,
        Optional<Instant> updatedAfter,
        Optional<Instant> updatedBefore,
        Optional<String> cursor,
        boolean count,
        List<String> fields) {
    /// How far the clocks of servers may be apart.
    static final Duration CLOCKS = Duration.ofDays(1);

    /// Records that are answered where the contract knows no pages.
    private static final int MOST = 10_000;

    private static final int MAX_CURSOR = 4_000;
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Set<String> APPS = Set.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1");

    /// Everything there is, or the newest ten thousand of it.
    public static final Listing ALL =
            new Listing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    0,
                    MOST,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of());

    /// @throws Problem.Invalid when a parameter is not what the contract says
    public static Listing of(Request request) {
        var searchValue = request.query("search_value");
        var searchBy = request.query("search_by");
        if (searchValue.isPresent() && searchBy.isEmpty()) {
            throw new Problem.Invalid("query", "search_by", "Name the field to search", "missing");
        }
        var cursor = request.query("cursor", MAX_CURSOR);
        int skip = whole(request, "skip", 0, 0, Integer.MAX_VALUE);
        if (cursor.isPresent() && skip > 0) {
            throw new Problem.Invalid(
                    "query", "skip", "A cursor says where the page begins", "value_error");
        }
        return new Listing(
                searchBy,
                searchValue,
                request.query("status"),
                app(request),
                request.query("sort_by"),
                ascending(request),
                skip,
                whole(request, "limit", 100, 1, 100),
                time(request, "updated_after"),
                time(request, "updated_before"),
                cursor,
                flag(request, "count"),
                names(request, "fields"));
    }

    /// What a cursor belongs to: everything that decides which records come in which order.
    String question(String table, String tenant, List<String> conditions) {
        var question =
                List.of(
                        table,
                        tenant,
                        conditions,
                        searchBy,
                        searchValue,
                        status,
                        app,
                        sortBy,
                        sortBy.isPresent() && ascending,
                        updatedAfter,
                        updatedBefore);
        return question.toString();
    }

    private static boolean flag(Request request, String name) {
        return switch (request.query(name).orElse("false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new Problem.Invalid(
                            "query", name, "Should be 'true' or 'false'", "bool_parsing");
        };
    }

    private static List<String> names(Request request, String name) {
        return request.query(name).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static Optional<String> app(Request request) {
        var app = request.query("app");
        if (app.isPresent() && !APPS.contains(app.get())) {
            throw new Problem.Invalid("query", "app", "Should be one of " + APPS, "enum");
        }
        return app;
    }

    private static boolean ascending(Request request) {
        return switch (request.query("sort_order").orElse("asc").toLowerCase(Locale.ROOT)) {
            case "asc" -> true;
            case "desc" -> false;
            default ->
                    throw new Problem.Invalid(
                            "query", "sort_order", "Should be 'asc' or 'desc'", "enum");
        };
    }

    private static int whole(Request request, String name, int fallback, int min, int max) {
        var text = request.query(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // falls through to the one message for both mistakes
        }
        throw new Problem.Invalid(
                "query", name, "Should be a whole number from " + min + " to " + max, "int_range");
    }

    private static Optional<Instant> time(Request request, String name) {
        return request.query(name)
                .map(text ->
                        // a plus sign that was not encoded arrives as a blank
                        Timestamps.read(text.replaceFirst(" (?=\\d{2}:?\\d{2}$)", "+"))
                                .orElseThrow(() ->
                                        new Problem.Invalid(
                                                "query",
                                                name,
                                                "Should be a timestamp",
                                                "datetime_parsing")));
    }
}
