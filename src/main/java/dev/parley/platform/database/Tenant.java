package dev.parley.platform.database;

/// Whose rows a transaction may touch.
public interface Tenant {
    /// The tenant's id, as the column `org_id` holds it.
    String value();
}
