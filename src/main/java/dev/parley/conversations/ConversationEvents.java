package dev.parley.conversations;

import org.jdbi.v3.core.Handle;

/// Who is told about live conversations: each time in the transaction that makes it so.
public interface ConversationEvents {
    /// @param connectionId what the caller reached the agent by
    void started(Handle tx, Conversation conversation, String connectionId);

    void ended(Handle tx, Conversation conversation);

    /// Told of conversations that were never live, too.
    void analysed(Handle tx, Conversation conversation);

    /// A transaction in which something was told has committed.
    void committed();
}
