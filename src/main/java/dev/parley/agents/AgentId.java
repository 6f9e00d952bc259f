package dev.parley.agents;

import com.fasterxml.jackson.annotation.JsonValue;

/// An agent's id, `aia.…`.
public record AgentId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
