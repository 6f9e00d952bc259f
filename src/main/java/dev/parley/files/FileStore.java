package dev.parley.files;

import dev.parley.accounts.OrgId;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Files in the database.
public final class FileStore {
    /// What a disk gives to the smallest file, so that a million empty ones are no way around a
    /// quota (F7).
    private static final int LEAST_BYTES = 4_096;

    public Optional<FileRecord> find(Handle tx, OrgId org, FileId id) {
        return Optional.ofNullable(existing(tx, org, List.of(id.value())).get(id.value()));
    }

    /// Those of `ids` that are files of the organization, by id, in the order of `ids`.
    public Map<String, FileRecord> existing(Handle tx, OrgId org, Collection<String> ids) {
        var found = new LinkedHashMap<String, FileRecord>();
        tx.createQuery("SELECT id, document FROM file WHERE org_id = :org AND id = ANY(:ids)")
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .map((row, _) -> Json.stored(row.getString("document"), FileRecord.class))
                .forEach(file -> found.put(file.id().value(), file));
        var ordered = new LinkedHashMap<String, FileRecord>();
        for (var id : ids) {
            var file = found.get(id);
            if (file != null) {
                ordered.put(id, file);
            }
        }
        return ordered;
    }

    /// The ids of all of them.
    List<String> ids(Handle tx, OrgId org) {
        return tx.createQuery("SELECT id FROM file WHERE org_id = :org")
                .bind("org", org.value())
                .mapTo(String.class)
                .list();
    }

    /// What the organization's files take of its quota, bytes.
    long bytes(Handle tx, OrgId org) {
        return tx.createQuery("SELECT coalesce(sum(bytes), 0) FROM file WHERE org_id = :org")
                .bind("org", org.value())
                .mapTo(Long.class)
                .one();
    }

    /// Makes everybody else who adds files for the organization wait until the transaction ends.
    void lock(Handle tx, OrgId org) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:org, 1)) IS NULL")
                .bind("org", org.value())
                .mapTo(Boolean.class)
                .one();
    }

    public void insert(Handle tx, OrgId org, List<FileRecord> files) {
        var batch =
                tx.prepareBatch(
                        """
                        INSERT INTO file (org_id, id, bytes, created_by, created_at, updated_at,
                            document)
                        VALUES (:org, :id, :bytes, :createdBy, :createdAt, :updatedAt, :document)
                        """);
        for (var file : files) {
            batch.bind("org", org.value())
                    .bind("id", file.id().value())
                    .bind("bytes", weight(file.bytes()))
                    .bind("createdBy", file.createdBy())
                    .bind("createdAt", Timestamps.instant(file.createdAt()))
                    .bind("updatedAt", Timestamps.instant(file.updatedAt()))
                    .bind("document", Json.write(file))
                    .add();
        }
        batch.execute();
    }

    /// The ids of those that were there.
    List<String> delete(Handle tx, OrgId org, Collection<String> ids) {
        return tx.createQuery(
                        "DELETE FROM file WHERE org_id = :org AND id = ANY(:ids) RETURNING id")
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list();
    }

    /// What a file of so many bytes takes of a quota.
    static long weight(long bytes) {
        return Math.max(bytes, LEAST_BYTES);
    }
}
