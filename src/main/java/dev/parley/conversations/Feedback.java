package dev.parley.conversations;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;

/// A reviewer's remark, kept with its conversation.
///
/// @param rating stars, 1 to 5
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
record Feedback(
        String id,
        OrgId orgId,
        ConversationId conversationId,
        String feedback,
        int rating,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    static Feedback of(
            String id,
            Caller caller,
            ConversationId conversation,
            ConversationInput.Comment comment,
            String now) {
        var by = caller.user().value();
        return new Feedback(
                id,
                caller.org(),
                conversation,
                comment.comment(),
                comment.rating(),
                by,
                now,
                by,
                now);
    }
}
