package dev.parley.telephony;

import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.platform.database.Select;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.time.Timestamps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Owned numbers in the database.
public final class PhoneStore {
    private static final Columns COLUMNS = new Columns("phone");

    /// All of them, or those of one country.
    Select<byte[]> list(Optional<String> country) {
        return COLUMNS.list(
                Listing.ALL, country.map(code -> Map.of("country_code", code)).orElse(Map.of()));
    }

    Select<byte[]> listOfAgent(AgentId agent) {
        return COLUMNS.list(Listing.ALL, Map.of("agent_id", agent.value()));
    }

    public Optional<TelephoneNumber> find(Handle tx, OrgId org, PhoneId id) {
        return find(tx, org, id, "");
    }

    /// All of them.
    List<TelephoneNumber> all(Handle tx, OrgId org) {
        return tx.createQuery("SELECT document FROM phone WHERE org_id = :org ORDER BY id")
                .bind("org", org.value())
                .mapTo(String.class)
                .map(document -> Json.stored(document, TelephoneNumber.class))
                .list();
    }

    /// The number an agent answers, the oldest where there are several.
    public Optional<TelephoneNumber> ofAgent(Handle tx, OrgId org, AgentId agent) {
        return tx.createQuery(
                        """
                        SELECT document FROM phone
                        WHERE org_id = :org AND agent_id = :agent ORDER BY created_at LIMIT 1
                        """)
                .bind("org", org.value())
                .bind("agent", agent.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, TelephoneNumber.class));
    }

    /// The number of an organization with these very digits, E.164.
    public Optional<TelephoneNumber> owned(Handle tx, OrgId org, String number) {
        return tx.createQuery(
                        "SELECT document FROM phone WHERE org_id = :org AND phone_number = :number")
                .bind("org", org.value())
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, TelephoneNumber.class));
    }

    /// The number, locked until the transaction ends.
    Optional<TelephoneNumber> findForUpdate(Handle tx, OrgId org, PhoneId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    void insert(Handle tx, OrgId org, TelephoneNumber phone) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO phone (org_id, id, phone_number, country_code, agent_id,
                                    created_by, created_at, updated_at, document)
                                VALUES (:org, :id, :number, :country, :agent, :createdBy,
                                    :createdAt, :updatedAt, :document)
                                """),
                        org,
                        phone)
                .bind("number", phone.phoneNumber())
                .bind("country", phone.countryCode())
                .bind("createdBy", phone.createdBy())
                .bind("createdAt", Timestamps.instant(phone.createdAt()))
                .execute();
    }

    void update(Handle tx, OrgId org, TelephoneNumber phone) {
        bound(
                        tx.createUpdate(
                                """
                                UPDATE phone SET agent_id = :agent, updated_at = :updatedAt,
                                    document = :document
                                WHERE org_id = :org AND id = :id
                                """),
                        org,
                        phone)
                .execute();
    }

    boolean delete(Handle tx, OrgId org, PhoneId id) {
        return tx.createUpdate("DELETE FROM phone WHERE org_id = :org AND id = :id")
                        .bind("org", org.value())
                        .bind("id", id.value())
                        .execute()
                > 0;
    }

    /// Lets nobody answer what an agent that goes answered.
    public void unlinkAll(Handle tx, OrgId org, AgentId agent, String by, String at) {
        var change = Json.object().putNull("agentId").put("updatedBy", by).put("updatedAt", at);
        tx.createUpdate(
                        """
                        UPDATE phone SET agent_id = NULL, updated_at = :at,
                            document = (document::jsonb || :change::jsonb)::text
                        WHERE org_id = :org AND agent_id = :agent
                        """)
                .bind("org", org.value())
                .bind("agent", agent.value())
                .bind("at", Timestamps.instant(at))
                .bind("change", Json.write(change))
                .execute();
    }

    private static Optional<TelephoneNumber> find(Handle tx, OrgId org, PhoneId id, String lock) {
        return tx.createQuery("SELECT document FROM phone WHERE org_id = :org AND id = :id " + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, TelephoneNumber.class));
    }

    private static Update bound(Update update, OrgId org, TelephoneNumber phone) {
        var agent = phone.agentId();
        return update.bind("org", org.value())
                .bind("id", phone.id().value())
                .bind("agent", agent == null ? null : agent.value())
                .bind("updatedAt", Timestamps.instant(phone.updatedAt()))
                .bind("document", Json.write(phone));
    }
}
