package dev.parley.agents;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.Select;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.time.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Agents in the database.
public final class AgentStore {
    private static final Columns COLUMNS =
            new Columns("agent")
                    .of(Agent.class)
                    .text("name", "name")
                    .text("role", "role")
                    .exact("timezone", "timezone")
                    .exact("app", "app");

    Page page(Database database, OrgId org, Listing listing) {
        return COLUMNS.page(database, org, listing);
    }

    public Optional<Agent> find(Handle tx, OrgId org, AgentId id) {
        return find(tx, org, id, "");
    }

    /// The one that has been there the longest of those that take calls.
    public Optional<Agent> oldestActive(Handle tx, OrgId org) {
        return tx.createQuery(
                        """
                        SELECT document FROM agent WHERE org_id = :org AND status = 'active'
                        ORDER BY created_at, id LIMIT 1
                        """)
                .bind("org", org.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Agent.class));
    }

    /// The agent, locked until the transaction ends.
    Optional<Agent> findForUpdate(Handle tx, OrgId org, AgentId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    private static Optional<Agent> find(Handle tx, OrgId org, AgentId id, String lock) {
        return tx.createQuery("SELECT document FROM agent WHERE org_id = :org AND id = :id " + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Agent.class));
    }

    /// Whether the agent is there; if so, nobody deletes it until the transaction ends.
    public boolean keep(Handle tx, OrgId org, AgentId id) {
        return tx.createQuery("SELECT 1 FROM agent WHERE org_id = :org AND id = :id FOR KEY SHARE")
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Those of `ids` that are agents of the organization.
    public Select<Set<String>> existing(Collection<String> ids) {
        return new Select<>(
                "SELECT id FROM agent WHERE org_id = tenant.id AND id = ANY(?)",
                List.of((Object) ids.toArray(new String[0])),
                AgentStore::ids);
    }

    private static Set<String> ids(ResultSet rows) throws SQLException {
        var ids = new HashSet<String>();
        while (rows.next()) {
            ids.add(rows.getString(1));
        }
        return ids;
    }

    public void insert(Handle tx, OrgId org, Agent agent) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO agent (org_id, id, name, role, app, status, timezone,
                                    created_by, created_at, updated_at, document)
                                VALUES (:org, :id, :name, :role, :app, :status, :timezone,
                                    :createdBy, :createdAt, :updatedAt, :document)
                                """),
                        org,
                        agent)
                .bind("createdBy", agent.createdBy())
                .bind("createdAt", Timestamps.instant(agent.createdAt()))
                .execute();
    }

    void update(Handle tx, OrgId org, Agent agent) {
        bound(
                        tx.createUpdate(
                                """
                                UPDATE agent SET name = :name, role = :role, app = :app,
                                    status = :status, timezone = :timezone,
                                    updated_at = :updatedAt, document = :document
                                WHERE org_id = :org AND id = :id
                                """),
                        org,
                        agent)
                .execute();
    }

    void delete(Handle tx, OrgId org, AgentId id) {
        tx.createUpdate("DELETE FROM agent WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .execute();
    }

    private static Update bound(Update update, OrgId org, Agent agent) {
        return update.bind("org", org.value())
                .bind("id", agent.id().value())
                .bind("name", agent.name())
                .bind("role", agent.role())
                .bind("app", agent.app())
                .bind("status", agent.status())
                .bind("timezone", agent.timezone())
                .bind("updatedAt", Timestamps.instant(agent.updatedAt()))
                .bind("document", Json.write(agent));
    }
}
