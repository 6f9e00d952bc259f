package dev.parley.products;

import com.fasterxml.jackson.annotation.JsonValue;

/// A product's id, `prd.…`.
public record ProductId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
