package dev.parley.providers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Anything that can answer a prompt, piece by piece.
public interface LanguageModel {
    /// Begins an answer. Reads block; closing the stream from another thread ends it at once.
    ///
    /// @throws ProviderFailure at the first read at the latest, when the provider fails
    ReplyStream stream(Prompt prompt);

    /// @param schema a JSON Schema the answer has to follow, as text; null for free text
    record Prompt(List<Message> messages, @Nullable String schema) {}

    /// @param role `system`, `user` or `assistant`
    record Message(String role, String content) {}

    interface ReplyStream extends Iterable<ReplyEvent>, AutoCloseable {
        @Override
        void close();
    }

    sealed interface ReplyEvent {
        record Text(String delta) implements ReplyEvent {}

        record ToolCall(String id, String name, String arguments) implements ReplyEvent {}

        record Done(int inputTokens, int outputTokens) implements ReplyEvent {}
    }
}
