package dev.parley.analytics;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Fields;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Series over time and the headline counters, of the caller's own organization only.
public final class AnalyticsResource {
    private static final int MOST_SERIES = 50;
    private static final Set<String> APPS = Set.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1");

    private final Database database;
    private final AnalyticsStore analytics;

    public AnalyticsResource(Database database, AnalyticsStore analytics) {
        this.database = database;
        this.analytics = analytics;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post("/v1/metrics", access.toRead(), this::getMetrics),
                Route.get("/v1/stats", access.toRead(), this::getStats));
    }

    /// @param orgIds no restriction when null or empty
    private record Batch(List<SeriesRequest> requests, @Nullable List<String> orgIds) {
        static Batch read(Fields body) {
            return new Batch(
                    body.objects("requests", MOST_SERIES, SeriesRequest::read),
                    body.optionalTexts("orgIds", 1_000, 512));
        }

        boolean isAbout(OrgId org) {
            return orgIds == null || orgIds.isEmpty() || orgIds.contains(org.value());
        }
    }

    private record Point(String timestamp, String value) {}

    private record Series(String id, String name, List<Point> datapoints) {}

    private Response getMetrics(Request request) {
        var org = Caller.of(request).org();
        var app = request.query("app");
        var batch = request.body(Batch::read);
        var zone = database.find(org, analytics.zone());
        var responses = new ArrayList<Series>();
        for (var asked : batch.requests()) {
            var metric = Metric.named(asked.name());
            var points =
                    metric.map(kept ->
                                    points(
                                            asked,
                                            batch.isAbout(org)
                                                    ? values(org, kept, asked, zone, app)
                                                    : Map.of()))
                            .orElse(List.of());
            responses.add(new Series(asked.id(), asked.name(), points));
        }
        return Response.ok(Map.of("responses", responses));
    }

    private Map<Integer, BigDecimal> values(
            OrgId org, Metric metric, SeriesRequest asked, ZoneId zone, Optional<String> app) {
        return database.find(org, SeriesQuery.of(metric, asked, zone, app));
    }

    private static List<Point> points(SeriesRequest asked, Map<Integer, BigDecimal> values) {
        var points = new ArrayList<Point>();
        for (var first : asked.period().buckets(asked.from(), asked.to()).toList()) {
            var value = values.getOrDefault(points.size() + 1, BigDecimal.ZERO);
            points.add(new Point(first.toString(), value.stripTrailingZeros().toPlainString()));
        }
        return points;
    }

    private Response getStats(Request request) {
        var org = Caller.of(request).org();
        var app = request.query("app");
        if (app.isPresent() && !APPS.contains(app.get())) {
            throw new Problem.Invalid("query", "app", "Should be one of " + APPS, "enum");
        }
        return Response.ok(Map.of("response", database.find(org, analytics.stats(app))));
    }
}
