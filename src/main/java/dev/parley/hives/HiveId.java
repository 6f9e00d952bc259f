package dev.parley.hives;

import com.fasterxml.jackson.annotation.JsonValue;

/// A hive's id, `hiv.…`.
public record HiveId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
