package dev.parley.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.platform.database.Tenant;

/// The organization a record belongs to, `org.…`. It leads every key and every query.
public record OrgId(@JsonValue String value) implements Tenant {
    @Override
    public String toString() {
        return value;
    }
}
