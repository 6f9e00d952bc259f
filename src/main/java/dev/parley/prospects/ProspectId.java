package dev.parley.prospects;

import com.fasterxml.jackson.annotation.JsonValue;

/// A prospect's id, `pro.…`.
public record ProspectId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
