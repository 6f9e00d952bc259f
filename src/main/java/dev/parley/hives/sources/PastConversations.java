package dev.parley.hives.sources;

import dev.parley.accounts.OrgId;
import dev.parley.transcript.TranscriptLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said in an organization's own conversations.
public interface PastConversations {
    /// A conversation that has ended.
    ///
    /// @param personal words that say who the caller was: name, number, address
    /// @param endedAt UTC, ISO 8601
    record Past(String id, String endedAt, List<String> personal, List<TranscriptLine> lines) {}

    /// The newest ones with a transcript, the newest first.
    ///
    /// @param agent the only one whose conversations are meant; null for any
    /// @param after the conversation they follow; null to begin
    List<Past> newest(OrgId org, @Nullable String agent, @Nullable String after, int most);
}
