package dev.parley.actions;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.time.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Actions in the database.
public final class ActionStore {
    private static final Columns COLUMNS =
            new Columns("action")
                    .of(Action.class)
                    .text("name", "name")
                    .text("description", "description")
                    .exact("invocationTrigger", "invocation_trigger");

    /// An action with the header values its document only masks.
    ///
    /// @param sealedHeaders see [SealedHeaders]
    public record Stored(Action action, @Nullable String sealedHeaders) {}

    Page page(Database database, OrgId org, Listing listing) {
        return COLUMNS.page(database, org, listing);
    }

    public Optional<Stored> find(Handle tx, OrgId org, ActionId id) {
        return find(tx, org, id, "");
    }

    /// Those of `ids` that there are and that conversations use, oldest first.
    public List<Stored> tools(Handle tx, OrgId org, Collection<String> ids) {
        return tx.createQuery(
                        """
                        SELECT document, sealed_headers FROM action
                        WHERE org_id = :org AND id = ANY(:ids)
                            AND invocation_trigger = 'user_query'
                        ORDER BY created_at, id
                        """)
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .map((row, _) -> stored(row))
                .list();
    }

    /// The action, locked until the transaction ends.
    Optional<Stored> findForUpdate(Handle tx, OrgId org, ActionId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    public void insert(Handle tx, OrgId org, Stored stored) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO action (org_id, id, name, description,
                                    invocation_trigger, sealed_headers, created_by, created_at,
                                    updated_at, document)
                                VALUES (:org, :id, :name, :description, :trigger, :sealed,
                                    :createdBy, :createdAt, :updatedAt, :document)
                                """),
                        org,
                        stored)
                .bind("createdBy", stored.action().createdBy())
                .bind("createdAt", Timestamps.instant(stored.action().createdAt()))
                .execute();
    }

    void update(Handle tx, OrgId org, Stored stored) {
        bound(
                        tx.createUpdate(
                                """
                                UPDATE action SET name = :name, description = :description,
                                    invocation_trigger = :trigger, sealed_headers = :sealed,
                                    updated_at = :updatedAt, document = :document
                                WHERE org_id = :org AND id = :id
                                """),
                        org,
                        stored)
                .execute();
    }

    void delete(Handle tx, OrgId org, ActionId id) {
        tx.createUpdate("DELETE FROM action WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .execute();
    }

    private static Optional<Stored> find(Handle tx, OrgId org, ActionId id, String lock) {
        return tx.createQuery(
                        "SELECT document, sealed_headers FROM action"
                                + " WHERE org_id = :org AND id = :id "
                                + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .map((row, _) -> stored(row))
                .findOne();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                Json.stored(row.getString("document"), Action.class),
                row.getString("sealed_headers"));
    }

    private static Update bound(Update update, OrgId org, Stored stored) {
        var action = stored.action();
        return update.bind("org", org.value())
                .bind("id", action.id().value())
                .bind("name", action.name())
                .bind("description", action.description())
                .bind("trigger", action.invocationTrigger())
                .bind("sealed", stored.sealedHeaders())
                .bind("updatedAt", Timestamps.instant(action.updatedAt()))
                .bind("document", Json.write(action));
    }
}
