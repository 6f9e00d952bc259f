package dev.parley.agents;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Select;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Columns.Condition;
import dev.parley.platform.lists.Listing;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Links between agents and other things in the database, the same for each kind.
public final class AgentLinkStore {
    /// Whether the thing exists. If so, nobody deletes it until the transaction ends.
    boolean keep(Handle tx, OrgId org, Linked kind, String id) {
        return !kept(tx, org, kind.table(), List.of(id)).isEmpty();
    }

    /// Those of `ids` that are agents of the organization, likewise kept.
    List<String> keepAgents(Handle tx, OrgId org, Collection<String> ids) {
        return kept(tx, org, "agent", ids);
    }

    void link(Handle tx, OrgId org, Linked kind, String id, Collection<String> agents) {
        tx.createUpdate(
                        """
                        INSERT INTO %s (org_id, agent_id, %s)
                        SELECT :org, agent, :id FROM unnest(:agents) AS agent
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(kind.links(), kind.column()))
                .bind("org", org.value())
                .bind("id", id)
                .bindArray("agents", String.class, agents)
                .execute();
    }

    boolean unlink(Handle tx, OrgId org, Linked kind, String id, AgentId agent) {
        return of(tx, org, kind, id, "AND agent_id = :agent").bind("agent", agent.value()).execute()
                > 0;
    }

    void unlinkAll(Handle tx, OrgId org, Linked kind, String id) {
        of(tx, org, kind, id, "").execute();
    }

    /// The agents linked to a thing, newest first.
    Select<byte[]> agentsOf(Linked kind, String id) {
        return list("agent", "agent_id", kind, kind.column(), id);
    }

    /// The things linked to an agent, newest first.
    Select<byte[]> thingsOf(Linked kind, AgentId agent) {
        return list(kind.table(), kind.column(), kind, "agent_id", agent.value());
    }

    /// What an agent is linked to.
    ///
    /// @param hives ids of hives; likewise the other two
    public record Linkage(List<String> hives, List<String> actions, List<String> products) {}

    public Linkage of(Handle tx, OrgId org, AgentId agent) {
        return tx.createQuery(
                        """
                        SELECT
                            array(SELECT hive_id FROM agent_hive
                                WHERE org_id = :org AND agent_id = :agent) AS hives,
                            array(SELECT action_id FROM agent_action
                                WHERE org_id = :org AND agent_id = :agent) AS actions,
                            array(SELECT product_id FROM agent_product
                                WHERE org_id = :org AND agent_id = :agent) AS products
                        """)
                .bind("org", org.value())
                .bind("agent", agent.value())
                .map((row, _) ->
                        new Linkage(
                                texts(row.getArray("hives")),
                                texts(row.getArray("actions")),
                                texts(row.getArray("products"))))
                .one();
    }

    /// Links an agent to all of `things`.
    public void linkAll(Handle tx, OrgId org, AgentId agent, Linkage things) {
        var agents = List.of(agent.value());
        things.hives().forEach(id -> link(tx, org, Linked.HIVE, id, agents));
        things.actions().forEach(id -> link(tx, org, Linked.ACTION, id, agents));
        things.products().forEach(id -> link(tx, org, Linked.PRODUCT, id, agents));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Select<byte[]> list(
            String table, String wanted, Linked kind, String known, String id) {
        var linked =
                "id IN (SELECT %s FROM %s WHERE org_id = tenant.id AND %s = ?)"
                        .formatted(wanted, kind.links(), known);
        return new Columns(table).list(Listing.ALL, List.of(new Condition(linked, id)));
    }

    private static List<String> kept(Handle tx, OrgId org, String table, Collection<String> ids) {
        return tx.createQuery(
                        """
                        SELECT id FROM %s WHERE org_id = :org AND id = ANY(:ids)
                        ORDER BY id FOR KEY SHARE
                        """
                                .formatted(table))
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list();
    }

    private static Update of(Handle tx, OrgId org, Linked kind, String id, String condition) {
        return tx.createUpdate(
                        "DELETE FROM %s WHERE org_id = :org AND %s = :id %s"
                                .formatted(kind.links(), kind.column(), condition))
                .bind("org", org.value())
                .bind("id", id);
    }
}
