package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonValue;

/// A conversation's id, `con.…`.
public record ConversationId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
