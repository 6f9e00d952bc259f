package dev.parley.agents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agent works from: a full prompt, or only an objective.
///
/// @param prompt may hold `{name}`, `{role}`, `{roleDescription}` and `{company_name}`
/// @param greeting the first sentence spoken
/// @param sequence the stages of the conversation, in order
/// @param farewell the last sentence spoken
public record Mission(
        @Nullable String prompt,
        @Nullable String objective,
        @Nullable String greeting,
        @Nullable List<Stage> sequence,
        @Nullable String farewell) {
    /// One stage of a conversation.
    public record Stage(String stageName, String description, @Nullable String otherNotes) {}
}
