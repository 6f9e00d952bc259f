package dev.parley.files;

import com.fasterxml.jackson.annotation.JsonValue;

/// A file's id, `fil.…`.
public record FileId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
