package dev.parley.connections;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.time.Timestamps;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Connections in the database.
public final class ConnectionStore {
    private static final Columns COLUMNS =
            new Columns("connection")
                    .of(Connection.class)
                    .exact("sourceName", "source_name")
                    .text("sourceId", "source_id")
                    .exact("agentId", "agent_id")
                    .exact("prospectId", "prospect_id");

    Page page(Database database, OrgId org, Listing listing, Optional<String> sourceName) {
        var equal = sourceName.map(name -> Map.of("source_name", name)).orElse(Map.of());
        return COLUMNS.page(database, org, listing, equal);
    }

    Optional<Connection> find(Handle tx, OrgId org, ConnectionId id) {
        return tx.createQuery("SELECT document FROM connection WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Connection.class));
    }

    void insert(Handle tx, OrgId org, Connection connection) {
        var prospect = connection.prospectId();
        tx.createUpdate(
                        """
                        INSERT INTO connection (org_id, id, source_name, source_id, agent_id,
                            prospect_id, created_by, created_at, updated_at, document)
                        VALUES (:org, :id, :sourceName, :sourceId, :agent, :prospect, :createdBy,
                            :createdAt, :updatedAt, :document)
                        """)
                .bind("org", org.value())
                .bind("id", connection.id().value())
                .bind("sourceName", connection.sourceName())
                .bind("sourceId", connection.sourceId())
                .bind("agent", connection.agentId().value())
                .bind("prospect", prospect == null ? null : prospect.value())
                .bind("createdBy", connection.createdBy())
                .bind("createdAt", Timestamps.instant(connection.createdAt()))
                .bind("updatedAt", Timestamps.instant(connection.updatedAt()))
                .bind("document", Json.write(connection))
                .execute();
    }
}
