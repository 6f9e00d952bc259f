package dev.parley.hives.passages;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What is known of a hive's sources from the last time they were read.
public final class SourceStore {
    /// A source as it was read.
    ///
    /// @param links where a page leads
    /// @param passages how many passages it has
    public record Read(Source source, Instant at, List<String> links, int passages) {}

    /// The sources of a hive by their places.
    public Map<String, Read> all(Handle tx, OrgId org, HiveId hive) {
        return tx.createQuery(
                        """
                        SELECT id, place, title, encode(digest, 'hex') AS digest, etag,
                            last_modified, links, read_at,
                            (SELECT count(*) FROM hive_passage AS passage
                             WHERE passage.org_id = source.org_id
                                 AND passage.hive_id = source.hive_id
                                 AND passage.source_id = source.id) AS passages
                        FROM hive_source AS source WHERE org_id = :org AND hive_id = :hive
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .map((row, _) -> read(row))
                .collect(Collectors.toMap(read -> read.source().place(), read -> read));
    }

    /// Keeps where a page leads.
    public void link(Handle tx, OrgId org, HiveId hive, String place, List<String> links) {
        tx.createUpdate(
                        """
                        UPDATE hive_source SET links = :links
                        WHERE org_id = :org AND hive_id = :hive AND place = :place
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .bind("place", place)
                .bind("links", Json.write(links))
                .execute();
    }

    private static Read read(ResultSet row) throws SQLException {
        var source =
                new Source(
                        row.getString("id"),
                        row.getString("place"),
                        row.getString("title"),
                        row.getString("digest"),
                        row.getString("etag"),
                        row.getString("last_modified"));
        return new Read(
                source,
                row.getTimestamp("read_at").toInstant(),
                links(row.getString("links")),
                row.getInt("passages"));
    }

    private static List<String> links(@Nullable String json) {
        return json == null ? List.of() : List.of(Json.stored(json, String[].class));
    }
}
