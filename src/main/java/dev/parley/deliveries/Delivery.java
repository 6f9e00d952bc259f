package dev.parley.deliveries;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionId;
import dev.parley.conversations.ConversationId;
import dev.parley.platform.time.Timestamps;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One event for one action: the stored row and the answer of the API.
///
/// @param attempts how often it was sent
/// @param nextAttemptAt when it is sent again; null when it is not, or at once
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
record Delivery(
        DeliveryId id,
        OrgId orgId,
        ActionId actionId,
        ConversationId conversationId,
        String eventName,
        Status status,
        int attempts,
        @Nullable String nextAttemptAt,
        String createdAt,
        String updatedAt) {
    /// How far it is.
    enum Status {
        /// To be sent, for the first time or again.
        PENDING,
        /// Somebody has taken it.
        DELIVERED,
        /// Nobody has taken it, and it is not sent again by itself.
        FAILED,
        /// Not sent, because nobody wants it any more.
        DISABLED;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    /// The same delivery, settled or put back at `at` without having been sent.
    Delivery now(Status next, Instant at) {
        return changed(next, attempts, null, at);
    }

    /// The same delivery after one more attempt that ended at `at`.
    ///
    /// @param again when it is sent again
    Delivery attempted(Status next, @Nullable Instant again, Instant at) {
        return changed(next, attempts + 1, again, at);
    }

    private Delivery changed(Status next, int sent, @Nullable Instant again, Instant at) {
        return new Delivery(
                id,
                orgId,
                actionId,
                conversationId,
                eventName,
                next,
                sent,
                again == null ? null : Timestamps.write(again),
                createdAt,
                Timestamps.write(at));
    }
}
