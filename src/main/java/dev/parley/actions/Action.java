package dev.parley.actions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import org.jspecify.annotations.Nullable;

/// A tool an agent may use in a conversation, or a call the platform makes around one: the stored
/// row and the answer of the API. Header values in it are masked.
///
/// @param parameters JSON Schema of the arguments, 2020-12
/// @param invocationTrigger `user_query`, `webhook.conversation_start`, `webhook.conversation_end`
/// @param userWaitingText spoken while it runs; the other two after success and after failure
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record Action(
        ActionId id,
        OrgId orgId,
        String name,
        @Nullable String description,
        ObjectNode parameters,
        Endpoint endpoint,
        String invocationTrigger,
        @Nullable String userWaitingText,
        @Nullable String userSuccessText,
        @Nullable String userErrorText,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {}
