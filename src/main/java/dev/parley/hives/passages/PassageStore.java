package dev.parley.hives.passages;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sources and passages of hives in the database.
public final class PassageStore {
    private static final int FETCHED = 200;

    /// A passage with all that is needed to find it and to say where it is from.
    ///
    /// @param place of its source; likewise `title`
    /// @param embedding the vectors of its pieces one after the other, as little-endian 32-bit
    ///   floats; null until they are made
    /// @param embeddedBy the model that made it
    public record Kept(
            HiveId hive,
            String source,
            String place,
            String title,
            Passage passage,
            byte @Nullable [] embedding,
            @Nullable String embeddedBy) {}

    /// A passage without its embedding.
    ///
    /// @param title of its source
    public record Bare(String source, String title, Passage passage) {}

    /// What became of [Bare#passage].
    public record Embedded(String source, int position, byte[] embedding) {}

    /// The sources of a hive by their places.
    public Map<String, Source> sources(Handle tx, OrgId org, HiveId hive) {
        return tx.createQuery(
                        """
                        SELECT id, place, title, encode(digest, 'hex') AS digest, etag, last_modified
                        FROM hive_source WHERE org_id = :org AND hive_id = :hive
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .map((row, _) -> source(row))
                .collect(Collectors.toMap(Source::place, source -> source));
    }

    /// Keeps a source with its passages in the place of what there was for its place. Keeps nothing
    /// when the hive is gone.
    ///
    /// @return whether it was kept
    public boolean keep(
            Handle tx, OrgId org, HiveId hive, Source source, List<Passage> passages, Instant at) {
        if (!touch(tx, org, hive)) {
            return false;
        }
        forget(tx, org, hive, List.of(source.place()));
        tx.createUpdate(
                        """
                        INSERT INTO hive_source (org_id, hive_id, id, place, title, digest, etag,
                            last_modified, read_at)
                        VALUES (:org, :hive, :id, :place, :title, :digest, :etag, :lastModified, :at)
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .bind("id", source.id())
                .bind("place", source.place())
                .bind("title", source.title())
                .bind("digest", HexFormat.of().parseHex(source.digest()))
                .bind("etag", source.etag())
                .bind("lastModified", source.lastModified())
                .bind("at", at)
                .execute();
        insert(tx, org, hive, source, passages);
        return true;
    }

    /// Notes that a source was read again and had not changed.
    public void reread(Handle tx, OrgId org, HiveId hive, Source source, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE hive_source SET etag = :etag, last_modified = :lastModified,
                            read_at = :at
                        WHERE org_id = :org AND hive_id = :hive AND place = :place
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .bind("place", source.place())
                .bind("etag", source.etag())
                .bind("lastModified", source.lastModified())
                .bind("at", at)
                .execute();
    }

    /// Removes the sources of these places, and what was read from them.
    public void forget(Handle tx, OrgId org, HiveId hive, Collection<String> places) {
        tx.createUpdate(
                        """
                        DELETE FROM hive_source
                        WHERE org_id = :org AND hive_id = :hive AND place = ANY(:places)
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .bindArray("places", String.class, places)
                .execute();
        touch(tx, org, hive);
    }

    /// The revision of each of `hives` that there is.
    public Map<HiveId, Long> revisions(Handle tx, OrgId org, Collection<HiveId> hives) {
        return tx.createQuery(
                        "SELECT id, revision FROM hive WHERE org_id = :org AND id = ANY(:hives)")
                .bind("org", org.value())
                .bindArray("hives", String.class, hives.stream().map(HiveId::value).toList())
                .map((row, _) -> Map.entry(new HiveId(row.getString(1)), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// All passages of a hive, source by source, told one by one.
    public void each(Handle tx, OrgId org, HiveId hive, Consumer<Kept> reader) {
        tx.createQuery(
                        """
                        SELECT source_id, place, title, position, headings, body, embedding,
                            embedded_by
                        FROM hive_passage AS passage
                        JOIN hive_source AS source
                            ON source.org_id = passage.org_id AND source.hive_id = passage.hive_id
                            AND source.id = passage.source_id
                        WHERE passage.org_id = :org AND passage.hive_id = :hive
                        ORDER BY source_id, position
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .setFetchSize(FETCHED)
                .map((row, _) ->
                        new Kept(
                                hive,
                                row.getString("source_id"),
                                row.getString("place"),
                                row.getString("title"),
                                passage(row),
                                row.getBytes("embedding"),
                                row.getString("embedded_by")))
                .forEach(reader);
    }

    /// At most `most` passages of a hive that `model` has not embedded.
    public List<Bare> notEmbedded(Handle tx, OrgId org, HiveId hive, String model, int most) {
        return tx.createQuery(
                        """
                        SELECT source_id, title, position, headings, body
                        FROM hive_passage AS passage
                        JOIN hive_source AS source
                            ON source.org_id = passage.org_id AND source.hive_id = passage.hive_id
                            AND source.id = passage.source_id
                        WHERE passage.org_id = :org AND passage.hive_id = :hive
                            AND (embedding IS NULL OR embedded_by <> :model)
                        ORDER BY source_id, position LIMIT :most
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .bind("model", model)
                .bind("most", most)
                .map((row, _) ->
                        new Bare(row.getString("source_id"), row.getString("title"), passage(row)))
                .list();
    }

    /// Keeps embeddings; those of passages that are gone are dropped.
    public void embed(Handle tx, OrgId org, HiveId hive, String model, List<Embedded> embedded) {
        var batch =
                tx.prepareBatch(
                        """
                        UPDATE hive_passage SET embedding = :embedding, embedded_by = :model
                        WHERE org_id = :org AND hive_id = :hive AND source_id = :source
                            AND position = :position
                        """);
        for (var one : embedded) {
            batch.bind("org", org.value())
                    .bind("hive", hive.value())
                    .bind("source", one.source())
                    .bind("position", one.position())
                    .bind("embedding", one.embedding())
                    .bind("model", model)
                    .add();
        }
        batch.execute();
        touch(tx, org, hive);
    }

    /// How many sources and passages a hive has, and how many of these have an embedding.
    public record Counts(long sources, long passages, long embedded) {}

    public Counts counts(Handle tx, OrgId org, HiveId hive) {
        return tx.createQuery(
                        """
                        SELECT (SELECT count(*) FROM hive_source
                                WHERE org_id = :org AND hive_id = :hive),
                            count(*), count(embedding)
                        FROM hive_passage WHERE org_id = :org AND hive_id = :hive
                        """)
                .bind("org", org.value())
                .bind("hive", hive.value())
                .map((row, _) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }

    private static void insert(
            Handle tx, OrgId org, HiveId hive, Source source, List<Passage> passages) {
        if (passages.isEmpty()) {
            return;
        }
        var batch =
                tx.prepareBatch(
                        """
                        INSERT INTO hive_passage (org_id, hive_id, source_id, position, headings,
                            body)
                        VALUES (:org, :hive, :source, :position, :headings, :body)
                        """);
        for (var passage : passages) {
            batch.bind("org", org.value())
                    .bind("hive", hive.value())
                    .bind("source", source.id())
                    .bind("position", passage.position())
                    .bind("headings", Json.write(passage.headings()))
                    .bind("body", passage.body())
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

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("id"),
                row.getString("place"),
                row.getString("title"),
                row.getString("digest"),
                row.getString("etag"),
                row.getString("last_modified"));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        var headings = List.of(Json.stored(row.getString("headings"), String[].class));
        return new Passage(row.getInt("position"), headings, row.getString("body"));
    }
}
