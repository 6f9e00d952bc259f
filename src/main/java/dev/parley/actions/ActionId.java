package dev.parley.actions;

import com.fasterxml.jackson.annotation.JsonValue;

/// An action's id, `act.…`.
public record ActionId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
