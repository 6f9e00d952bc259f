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
    /// @param functions what the model knows it could ask for
    /// @param mayAsk whether it may ask for them in this answer
    record Prompt(
            List<Message> messages,
            @Nullable String schema,
            List<Function> functions,
            boolean mayAsk) {
        /// A prompt that is answered in words.
        public Prompt(List<Message> messages, @Nullable String schema) {
            this(messages, schema, List.of(), false);
        }
    }

    /// Something the model may ask to be done.
    ///
    /// @param parameters the JSON Schema of its arguments, as text
    record Function(String name, String description, String parameters) {}

    sealed interface Message {
        /// @param role `system`, `user` or `assistant`
        record Said(String role, String content) implements Message {}

        /// The model asked for something to be done.
        ///
        /// @param content what it said before it asked; may be empty
        record Asked(String content, List<ReplyEvent.ToolCall> calls) implements Message {}

        /// What came of it.
        ///
        /// @param call the id of the call
        record Answered(String call, String content) implements Message {}
    }

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
