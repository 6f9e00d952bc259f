package dev.parley.connections;

import com.fasterxml.jackson.annotation.JsonValue;

/// A connection's id, `cnx.…`.
public record ConnectionId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
