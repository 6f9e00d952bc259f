package dev.parley.platform.lists;

import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.time.Timestamps;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a list request asks for, after the contract's list parameters.
///
/// @param searchBy a field name, not yet known to exist; likewise `sortBy`
/// @param skip records to pass over
/// @param limit most records to answer, 1 to 100
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
        Optional<Instant> updatedBefore) {
    private static final Set<String> APPS = Set.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1");

    /// Everything there is, up to the contract's page size.
    public static final Listing ALL =
            new Listing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    0,
                    Integer.MAX_VALUE,
                    Optional.empty(),
                    Optional.empty());

    /// @throws Problem.Invalid when a parameter is not what the contract says
    public static Listing of(Request request) {
        var searchValue = request.query("search_value");
        var searchBy = request.query("search_by");
        if (searchValue.isPresent() && searchBy.isEmpty()) {
            throw new Problem.Invalid("query", "search_by", "Name the field to search", "missing");
        }
        return new Listing(
                searchBy,
                searchValue,
                request.query("status"),
                app(request),
                request.query("sort_by"),
                ascending(request),
                whole(request, "skip", 0, 0, Integer.MAX_VALUE),
                whole(request, "limit", 100, 1, 100),
                time(request, "updated_after"),
                time(request, "updated_before"));
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
