package dev.parley.hives.search;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.passages.Passage;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.Select;
import dev.parley.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a search reads of the database, in one round trip each.
final class Texts {
    private final Database database;

    Texts(Database database) {
        this.database = database;
    }

    /// Where a passage is kept.
    record Key(HiveId hive, String source, int position) {}

    record Counts(long passages, long embedded) {}

    /// A passage and where it is from.
    record Text(String place, String title, Passage passage) {}

    /// The revisions of those of `hives` that the organization has.
    Map<HiveId, Long> revisions(OrgId org, Collection<HiveId> hives) {
        return database.find(
                org,
                new Select<>(
                        "SELECT id, revision FROM hive WHERE org_id = tenant.id AND id = ANY(?)",
                        List.of((Object) hives.stream().map(HiveId::value).toArray(String[]::new)),
                        Texts::revisions));
    }

    /// How many passages a hive has and how many of them have an embedding; empty when the
    /// organization has no such hive.
    Optional<Counts> counts(OrgId org, HiveId hive) {
        return database.find(
                org,
                new Select<>(
                        """
                        SELECT count(position) AS passages, count(embedding) AS embedded
                        FROM hive LEFT JOIN hive_passage AS passage
                            ON passage.org_id = tenant.id AND passage.hive_id = hive.id
                        WHERE hive.org_id = tenant.id AND hive.id = ? GROUP BY hive.id
                        """,
                        List.of(hive.value()),
                        rows ->
                                rows.next()
                                        ? Optional.of(new Counts(rows.getLong(1), rows.getLong(2)))
                                        : Optional.empty()));
    }

    /// The passages of `keys` that there still are.
    Map<Key, Text> of(OrgId org, List<Key> keys) {
        return database.find(
                org,
                new Select<>(
                        """
                        SELECT passage.hive_id, passage.source_id, position, place, title, headings,
                            body
                        FROM unnest(?::text[], ?::text[], ?::integer[]) AS key (hive, source, at)
                        JOIN hive_passage AS passage
                            ON passage.org_id = tenant.id AND passage.hive_id = key.hive
                            AND passage.source_id = key.source AND passage.position = key.at
                        JOIN hive_source AS source
                            ON source.org_id = tenant.id AND source.hive_id = key.hive
                            AND source.id = key.source
                        """,
                        List.of(
                                keys.stream().map(key -> key.hive().value()).toArray(String[]::new),
                                keys.stream().map(Key::source).toArray(String[]::new),
                                keys.stream().map(Key::position).toArray(Integer[]::new)),
                        Texts::texts));
    }

    private static Map<HiveId, Long> revisions(ResultSet rows) throws SQLException {
        var revisions = new HashMap<HiveId, Long>();
        while (rows.next()) {
            revisions.put(new HiveId(rows.getString(1)), rows.getLong(2));
        }
        return revisions;
    }

    private static Map<Key, Text> texts(ResultSet rows) throws SQLException {
        var texts = new HashMap<Key, Text>();
        while (rows.next()) {
            var hive = new HiveId(rows.getString("hive_id"));
            var key = new Key(hive, rows.getString("source_id"), rows.getInt("position"));
            var headings = List.of(Json.stored(rows.getString("headings"), String[].class));
            var passage = new Passage(key.position(), headings, rows.getString("body"));
            texts.put(key, new Text(rows.getString("place"), rows.getString("title"), passage));
        }
        return texts;
    }
}
