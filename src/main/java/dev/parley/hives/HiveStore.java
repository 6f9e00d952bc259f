package dev.parley.hives;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.time.Timestamps;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Hives in the database.
public final class HiveStore {
    private static final Columns COLUMNS =
            new Columns("hive").of(Hive.class).exact("hiveType", "hive_type").text("url", "url");

    Page page(Database database, OrgId org, Listing listing) {
        return COLUMNS.page(database, org, listing);
    }

    public Optional<Hive> find(Handle tx, OrgId org, HiveId id) {
        return find(tx, org, id, "");
    }

    /// The hive, locked until the transaction ends.
    public Optional<Hive> findForUpdate(Handle tx, OrgId org, HiveId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    public void insert(Handle tx, OrgId org, Hive hive) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO hive (org_id, id, hive_type, url, status, created_by,
                                    created_at, updated_at, document)
                                VALUES (:org, :id, :type, :url, :status, :createdBy, :createdAt,
                                    :updatedAt, :document)
                                """),
                        org,
                        hive)
                .bind("createdBy", hive.createdBy())
                .bind("createdAt", Timestamps.instant(hive.createdAt()))
                .execute();
    }

    public void update(Handle tx, OrgId org, Hive hive) {
        bound(
                        tx.createUpdate(
                                """
                                UPDATE hive SET hive_type = :type, url = :url, status = :status,
                                    updated_at = :updatedAt, document = :document
                                WHERE org_id = :org AND id = :id
                                """),
                        org,
                        hive)
                .execute();
    }

    void delete(Handle tx, OrgId org, HiveId id) {
        tx.createUpdate("DELETE FROM hive WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .execute();
    }

    private static Optional<Hive> find(Handle tx, OrgId org, HiveId id, String lock) {
        return tx.createQuery("SELECT document FROM hive WHERE org_id = :org AND id = :id " + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Hive.class));
    }

    private static Update bound(Update update, OrgId org, Hive hive) {
        return update.bind("org", org.value())
                .bind("id", hive.id().value())
                .bind("type", hive.content().hiveType().name())
                .bind("url", hive.content().url())
                .bind("status", hive.status())
                .bind("updatedAt", Timestamps.instant(hive.updatedAt()))
                .bind("document", Json.write(hive));
    }
}
