package dev.parley.analytics;

import dev.parley.platform.database.Select;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures out of the database; none of them is kept, all are counted when asked for.
public final class AnalyticsStore {
    /// A prospect has no app of its own: it is the app's when one of its conversations is.
    static final String MET_THROUGH_APP =
            """
            EXISTS (SELECT 1 FROM conversation AS met
                WHERE met.org_id = tenant.id AND met.prospect_id = prospect.id AND met.app = ?)
            """;

    /// The zone the organization's days are in.
    Select<ZoneId> zone() {
        return new Select<>(
                "SELECT timezone FROM organization WHERE id = tenant.id",
                List.of(),
                AnalyticsStore::zone);
    }

    /// The headline counters: prospects by the stage they have now, calls of all time.
    Select<Stats> stats(Optional<String> app) {
        var values = new ArrayList<Object>();
        values.add(Metric.APPOINTMENT_SCHEDULED.stages());
        values.add(Metric.NOT_INTERESTED.stages());
        app.ifPresent(values::add);
        app.ifPresent(values::add);
        var sql =
                """
                SELECT prospects, appointments, unqualified, calls.average
                FROM (SELECT count(*) AS prospects,
                        count(*) FILTER (WHERE status = ANY(?)) AS appointments,
                        count(*) FILTER (WHERE status = ANY(?)) AS unqualified
                    FROM prospect WHERE org_id = tenant.id %s) AS people,
                    (SELECT round(coalesce(extract(epoch FROM sum(ended_at - started_at))
                        / nullif(count(*), 0), 0), 3) AS average
                    FROM conversation
                    WHERE org_id = tenant.id AND ended_at >= started_at %s) AS calls
                """
                        .formatted(
                                app.map(_ -> "AND " + MET_THROUGH_APP).orElse(""),
                                app.map(_ -> "AND app = ?").orElse(""));
        return new Select<>(sql, values, AnalyticsStore::stats);
    }

    private static Stats stats(ResultSet rows) throws SQLException {
        rows.next();
        return new Stats(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getDouble(4));
    }

    private static ZoneId zone(ResultSet rows) throws SQLException {
        try {
            return rows.next() ? ZoneId.of(rows.getString(1)) : ZoneOffset.UTC;
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
