package dev.parley.hives.passages;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The sources of a hive in the database: what is known of them from the last time they were read,
/// and what is read of them now, many at a time.
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

    /// A source with all that was read of it.
    public record Found(Source source, List<Passage> passages, List<String> links) {}

    /// Keeps sources in the place of what there was for their places. Keeps nothing when the hive
    /// is gone.
    ///
    /// @return whether they were kept
    public boolean keep(Handle tx, OrgId org, HiveId hive, List<Found> found, Instant at) {
        if (!touch(tx, org, hive)) {
            return false;
        }
        tx.createUpdate(
                        """
                        DELETE FROM hive_source
                        WHERE org_id = :org AND hive_id = :hive AND place = ANY(:places)
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .bindArray(
                        "places",
                        String.class,
                        found.stream().map(one -> one.source().place()).toList())
                .execute();
        insertSources(tx, org, hive, found, at);
        insertPassages(tx, org, hive, found);
        return true;
    }

    /// Notes that sources were read again and had not changed; where they lead may have.
    public void confirm(Handle tx, OrgId org, HiveId hive, List<Found> found, Instant at) {
        var batch =
                tx.prepareBatch(
                        """
                        UPDATE hive_source SET etag = :etag, last_modified = :lastModified,
                            links = :links, read_at = :at
                        WHERE org_id = :org AND hive_id = :hive AND place = :place
                        """);
        for (var one : found) {
            batch.bind("org", org.value())
                    .bind("hive", hive.value())
                    .bind("place", one.source().place())
                    .bind("etag", one.source().etag())
                    .bind("lastModified", one.source().lastModified())
                    .bind("links", links(one.links()))
                    .bind("at", at)
                    .add();
        }
        batch.execute();
    }

    private static boolean touch(Handle tx, OrgId org, HiveId hive) {
        return tx.createUpdate(
                                """
                                UPDATE hive SET revision = revision + 1
                                WHERE org_id = :org AND id = :hive
                                """)
                        .bind("org", org.value())
                        .bind("hive", hive.value())
                        .execute()
                > 0;
    }

    private static void insertSources(
            Handle tx, OrgId org, HiveId hive, List<Found> found, Instant at) {
        var batch =
                tx.prepareBatch(
                        """
                        INSERT INTO hive_source (org_id, hive_id, id, place, title, digest, etag,
                            last_modified, links, read_at)
                        VALUES (:org, :hive, :id, :place, :title, :digest, :etag, :lastModified,
                            :links, :at)
                        """);
        for (var one : found) {
            var source = one.source();
            batch.bind("org", org.value())
                    .bind("hive", hive.value())
                    .bind("id", source.id())
                    .bind("place", source.place())
                    .bind("title", source.title())
                    .bind("digest", HexFormat.of().parseHex(source.digest()))
                    .bind("etag", source.etag())
                    .bind("lastModified", source.lastModified())
                    .bind("links", links(one.links()))
                    .bind("at", at)
                    .add();
        }
        batch.execute();
    }

    private static void insertPassages(Handle tx, OrgId org, HiveId hive, List<Found> found) {
        var batch =
                tx.prepareBatch(
                        """
                        INSERT INTO hive_passage (org_id, hive_id, source_id, position, headings,
                            body)
                        VALUES (:org, :hive, :source, :position, :headings, :body)
                        """);
        for (var one : found) {
            for (var passage : one.passages()) {
                batch.bind("org", org.value())
                        .bind("hive", hive.value())
                        .bind("source", one.source().id())
                        .bind("position", passage.position())
                        .bind("headings", Json.write(passage.headings()))
                        .bind("body", passage.body())
                        .add();
            }
        }
        batch.execute();
    }

    private static @Nullable String links(List<String> links) {
        return links.isEmpty() ? null : Json.write(links);
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
