package dev.parley.deliveries;

import dev.parley.accounts.OrgId;
import dev.parley.actions.Action;
import dev.parley.actions.ActionId;
import dev.parley.actions.Endpoint;
import dev.parley.platform.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who events are for, in the database.
final class ReceiverStore {
    /// What is known of the receiver behind an action.
    ///
    /// @param secret sealed; likewise `previousSecret`
    /// @param previousUntil until when the previous secret signs beside the other
    record Receiver(
            String secret, @Nullable String previousSecret, @Nullable Instant previousUntil) {}

    /// An action to be told.
    ///
    /// @param isGone whether its receiver said so, and nobody saved the action since
    record Wanting(ActionId action, boolean isGone) {}

    /// The actions linked to an agent that want the events of `trigger` sent somewhere.
    List<Wanting> wanting(Handle tx, OrgId org, String agent, String trigger) {
        return tx
                .createQuery(
                        """
                        SELECT a.document, coalesce(r.gone_at >= a.updated_at, false)
                        FROM agent_action l
                        JOIN action a ON a.org_id = l.org_id AND a.id = l.action_id
                        LEFT JOIN event_receiver r
                            ON r.org_id = a.org_id AND r.action_id = a.id
                        WHERE l.org_id = :org AND l.agent_id = :agent
                          AND a.invocation_trigger = :trigger
                        ORDER BY a.id
                        """)
                .bind("org", org.value())
                .bind("agent", agent)
                .bind("trigger", trigger)
                .map((row, _) -> {
                    var action = Json.stored(row.getString(1), Action.class);
                    return action.endpoint() instanceof Endpoint.Http
                            ? Optional.of(new Wanting(action.id(), row.getBoolean(2)))
                            : Optional.<Wanting>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isGone(Handle tx, OrgId org, ActionId action) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM event_receiver r
                            JOIN action a ON a.org_id = r.org_id AND a.id = r.action_id
                            WHERE r.org_id = :org AND r.action_id = :action
                              AND r.gone_at >= a.updated_at)
                        """)
                .bind("org", org.value())
                .bind("action", action.value())
                .mapTo(Boolean.class)
                .one();
    }

    void markGone(Handle tx, OrgId org, ActionId action, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE event_receiver SET gone_at = :at
                        WHERE org_id = :org AND action_id = :action
                        """)
                .bind("org", org.value())
                .bind("action", action.value())
                .bind("at", at)
                .execute();
    }

    Optional<Receiver> find(Handle tx, OrgId org, ActionId action) {
        return tx.createQuery(
                        """
                        SELECT secret, previous_secret, previous_until FROM event_receiver
                        WHERE org_id = :org AND action_id = :action
                        """)
                .bind("org", org.value())
                .bind("action", action.value())
                .map((row, _) -> {
                    var until = row.getTimestamp(3);
                    return new Receiver(
                            row.getString(1),
                            row.getString(2),
                            until == null ? null : until.toInstant());
                })
                .findOne();
    }

    /// Adds a receiver, unless somebody was faster.
    void insert(Handle tx, OrgId org, ActionId action, String secret) {
        tx.createUpdate(
                        """
                        INSERT INTO event_receiver (org_id, action_id, secret)
                        VALUES (:org, :action, :secret) ON CONFLICT DO NOTHING
                        """)
                .bind("org", org.value())
                .bind("action", action.value())
                .bind("secret", secret)
                .execute();
    }

    /// Replaces the secret; the one before stays good until `until`.
    void rotate(Handle tx, OrgId org, ActionId action, String secret, Instant until) {
        tx.createUpdate(
                        """
                        UPDATE event_receiver SET previous_secret = secret,
                            previous_until = :until, secret = :secret
                        WHERE org_id = :org AND action_id = :action
                        """)
                .bind("org", org.value())
                .bind("action", action.value())
                .bind("secret", secret)
                .bind("until", until)
                .execute();
    }
}
