package dev.parley.analytics;

import dev.parley.platform.database.Select;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The query behind one series: buckets in which nothing happened are not among what it finds.
final class SeriesQuery {
    private static final String STARTS =
            "(SELECT array_agg(to_timestamp(s) ORDER BY s) FROM unnest(?::int8[]) AS s)";

    /// The number of the bucket an event lies in. Both arrays are made once, not for each row.
    private static final String BUCKET =
            "(SELECT ?::int4[])[width_bucket(%s, " + STARTS + ")] AS bucket";

    private final List<Object> values = new ArrayList<>();
    private final Metric metric;
    private final SeriesRequest request;
    private final ZoneId zone;
    private final Optional<String> app;

    private SeriesQuery(Metric metric, SeriesRequest request, ZoneId zone, Optional<String> app) {
        this.metric = metric;
        this.request = request;
        this.zone = zone;
        this.app = app;
    }

    /// Finds the value of each bucket that has one, by the bucket's number, counted from 1.
    static Select<Map<Integer, BigDecimal>> of(
            Metric metric, SeriesRequest request, ZoneId zone, Optional<String> app) {
        var query = new SeriesQuery(metric, request, zone, app);
        var sql =
                request.formula() == Formula.MEDIAN && metric != Metric.CALL_DURATION
                        ? query.medianDay()
                        : query.perBucket();
        return new Select<>(sql, query.values, SeriesQuery::read);
    }

    private String perBucket() {
        var firsts = request.period().buckets(request.from(), request.to()).toList();
        return "SELECT bucket, %s AS value FROM (%s) AS events GROUP BY bucket"
                .formatted(aggregate(), events(firsts));
    }

    private String aggregate() {
        if (metric != Metric.CALL_DURATION) {
            return "count(*)::numeric";
        }
        return switch (request.formula()) {
            case COUNT -> "count(*)::numeric";
            case SUM -> "round(extract(epoch FROM sum(length)), 3)";
            case MEDIAN ->
                    """
                    round((percentile_cont(0.5) WITHIN GROUP (ORDER BY date_part('epoch', length)))
                        ::numeric, 3)
                    """;
        };
    }

    /// The median over the days of each bucket, those without an event included.
    private String medianDay() {
        var period = request.period();
        var firsts = period.buckets(request.from(), request.to()).toList();
        var days = Period.DAILY.buckets(request.from(), request.to()).toList();
        var bucketOfDay = new int[days.size()];
        for (int i = 0, bucket = 0; i < bucketOfDay.length; i++) {
            boolean isNext = bucket < firsts.size() && !days.get(i).isBefore(firsts.get(bucket));
            bucket += isNext ? 1 : 0;
            bucketOfDay[i] = bucket;
        }
        values.add(bucketOfDay);
        return """
        SELECT days.bucket,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY coalesce(events, 0)::float8))
                ::numeric AS value
        FROM unnest(?::int4[]) WITH ORDINALITY AS days (bucket, day)
        LEFT JOIN (SELECT bucket AS day, count(*) AS events FROM (%s) AS event GROUP BY bucket)
            AS busy ON busy.day = days.day
        GROUP BY days.bucket
        """
                .formatted(events(days));
    }

    /// Every event of the range with the number of the bucket it lies in.
    private String events(List<LocalDate> firsts) {
        var stretches = Stretches.of(firsts, request.from(), request.to(), zone);
        values.add(stretches.buckets());
        values.add(stretches.starts());
        values.add(stretches.first());
        values.add(stretches.end());
        return metric == Metric.PROSPECTS ? prospects() : calls();
    }

    private String calls() {
        var sql =
                new StringBuilder(
                        """
                        SELECT %s, ended_at - started_at AS length FROM conversation
                        WHERE org_id = tenant.id
                            AND started_at >= to_timestamp(?) AND started_at < to_timestamp(?)
                        """
                                .formatted(BUCKET.formatted("started_at")));
        if (metric == Metric.CALL_DURATION) {
            sql.append(" AND ended_at >= started_at");
        }
        if (metric.stages().length > 0) {
            sql.append(" AND prospect_status = ANY(?)");
            values.add(metric.stages());
        }
        app.ifPresent(name -> {
            sql.append(" AND app = ?");
            values.add(name);
        });
        return sql.toString();
    }

    private String prospects() {
        var sql =
                """
                SELECT %s FROM prospect WHERE org_id = tenant.id
                    AND created_at >= to_timestamp(?) AND created_at < to_timestamp(?)
                """
                        .formatted(BUCKET.formatted("created_at"));
        return app.map(
                        name -> {
                            values.add(name);
                            return sql + " AND " + AnalyticsStore.MET_THROUGH_APP;
                        })
                .orElse(sql);
    }

    private static Map<Integer, BigDecimal> read(ResultSet rows) throws SQLException {
        var found = new HashMap<Integer, BigDecimal>();
        while (rows.next()) {
            found.put(rows.getInt(1), rows.getBigDecimal(2));
        }
        return found;
    }
}
