package dev.parley.hives.passages;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Passages of hives in the database, as the search and the embedding see them.
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

    private static Passage passage(ResultSet row) throws SQLException {
        var headings = List.of(Json.stored(row.getString("headings"), String[].class));
        return new Passage(row.getInt("position"), headings, row.getString("body"));
    }
}
