package dev.parley.accounts;

import com.fasterxml.jackson.annotation.JsonValue;

/// The organization a record belongs to, `org.…`. It leads every key and every query.
public record OrgId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
