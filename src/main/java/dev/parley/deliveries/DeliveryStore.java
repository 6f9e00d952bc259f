package dev.parley.deliveries;

import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionId;
import dev.parley.conversations.ConversationId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.RecogniseCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Deliveries and their attempts in the database.
public final class DeliveryStore {
    private static final Columns COLUMNS =
            new Columns("delivery")
                    .of(Delivery.class)
                    .exact("conversationId", "conversation_id")
                    .exact("eventName", "event_name");

    /// A delivery with what is sent.
    ///
    /// @param claimedUntil while it is on its way
    record Stored(Delivery delivery, String body, @Nullable Instant claimedUntil) {
        boolean isClaimed(Instant now) {
            return claimedUntil != null && claimedUntil.isAfter(now);
        }
    }

    Page page(Database database, OrgId org, ActionId action, Listing listing) {
        return COLUMNS.page(database, org, listing, Map.of("action_id", action.value()));
    }

    void insert(Handle tx, OrgId org, Delivery delivery, String body) {
        tx.createUpdate(
                        """
                        INSERT INTO delivery (org_id, id, action_id, conversation_id, event_name,
                            body, status, attempts, created_by, created_at, updated_at, document)
                        VALUES (:org, :id, :action, :conversation, :event, :body, :status,
                            :attempts, :by, :createdAt, :createdAt, :document)
                        """)
                .bind("org", org.value())
                .bind("id", delivery.id().value())
                .bind("action", delivery.actionId().value())
                .bind("conversation", delivery.conversationId().value())
                .bind("event", delivery.eventName())
                .bind("body", body)
                .bind("status", delivery.status().wire())
                .bind("attempts", delivery.attempts())
                .bind("by", RecogniseCaller.PLATFORM)
                .bind("createdAt", Timestamps.instant(delivery.createdAt()))
                .bind("document", Json.write(delivery))
                .execute();
    }

    Optional<Stored> find(Handle tx, OrgId org, DeliveryId id) {
        return find(tx, org, id, "");
    }

    /// The delivery, locked until the transaction ends.
    Optional<Stored> findForUpdate(Handle tx, OrgId org, DeliveryId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    private static Optional<Stored> find(Handle tx, OrgId org, DeliveryId id, String lock) {
        return tx.createQuery(
                        "SELECT document, body, claimed_until FROM delivery"
                                + " WHERE org_id = :org AND id = :id "
                                + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .map((row, _) -> {
                    var claimed = row.getTimestamp("claimed_until");
                    return new Stored(
                            Json.stored(row.getString("document"), Delivery.class),
                            row.getString("body"),
                            claimed == null ? null : claimed.toInstant());
                })
                .findOne();
    }

    /// @param claimedUntil null for one that is not on its way
    void update(Handle tx, OrgId org, Delivery delivery, @Nullable Instant claimedUntil) {
        tx.createUpdate(
                        """
                        UPDATE delivery SET status = :status, attempts = :attempts,
                            claimed_until = :claimed, updated_at = :updatedAt, document = :document
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", delivery.id().value())
                .bind("status", delivery.status().wire())
                .bind("attempts", delivery.attempts())
                .bind("claimed", claimedUntil)
                .bind("updatedAt", Timestamps.instant(delivery.updatedAt()))
                .bind("document", Json.write(delivery))
                .execute();
    }

    /// Whether something of the same conversation has to go first: to the same action whatever came
    /// up before, to others what was not tried once.
    boolean hasToWait(Handle tx, OrgId org, Delivery delivery) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM delivery earlier JOIN delivery own
                                ON own.org_id = earlier.org_id AND own.id = :id
                            WHERE earlier.org_id = :org AND earlier.conversation_id = :conversation
                              AND earlier.position < own.position AND earlier.status = 'pending'
                              AND (earlier.action_id = own.action_id OR earlier.attempts = 0))
                        """)
                .bind("org", org.value())
                .bind("id", delivery.id().value())
                .bind("conversation", delivery.conversationId().value())
                .mapTo(Boolean.class)
                .one();
    }

    /// What came up later in the same conversation and was not sent yet.
    List<Delivery> behind(Handle tx, OrgId org, Delivery delivery) {
        return tx.createQuery(
                        """
                        SELECT later.document FROM delivery later JOIN delivery own
                            ON own.org_id = later.org_id AND own.id = :id
                        WHERE later.org_id = :org AND later.conversation_id = :conversation
                          AND later.position > own.position AND later.status = 'pending'
                          AND later.attempts = 0
                        """)
                .bind("org", org.value())
                .bind("id", delivery.id().value())
                .bind("conversation", delivery.conversationId().value())
                .mapTo(String.class)
                .map(document -> Json.stored(document, Delivery.class))
                .list();
    }

    /// The actions that were told the end of a conversation.
    List<ActionId> toldOfEnd(Handle tx, OrgId org, ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT action_id FROM delivery WHERE org_id = :org
                            AND conversation_id = :conversation AND event_name = :end
                        ORDER BY position
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .bind("end", EventBody.END)
                .mapTo(String.class)
                .map(ActionId::new)
                .list();
    }

    void insertAttempt(Handle tx, OrgId org, DeliveryId id, Attempt attempt) {
        tx.createUpdate(
                        """
                        INSERT INTO delivery_attempt (org_id, delivery_id, number, document)
                        VALUES (:org, :id, :number, :document) ON CONFLICT DO NOTHING
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("number", attempt.number())
                .bind("document", Json.write(attempt))
                .execute();
    }

    /// What became of each sending, the first one first.
    List<Attempt> attempts(Handle tx, OrgId org, DeliveryId id) {
        return tx.createQuery(
                        """
                        SELECT document FROM delivery_attempt
                        WHERE org_id = :org AND delivery_id = :id ORDER BY number
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .map(document -> Json.stored(document, Attempt.class))
                .list();
    }

    /// Removes what was settled before `until`.
    int purge(Handle tx, OrgId org, Instant until) {
        return tx.createUpdate(
                        """
                        DELETE FROM delivery
                        WHERE org_id = :org AND status <> 'pending' AND updated_at < :until
                        """)
                .bind("org", org.value())
                .bind("until", until)
                .execute();
    }
}
