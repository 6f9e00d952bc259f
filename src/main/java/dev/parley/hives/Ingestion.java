package dev.parley.hives;

import org.jdbi.v3.core.Handle;

/// Reads what hives are made of, some time later.
public interface Ingestion {
    /// Has a hive read that is waiting for it; part of the transaction that made it wait. Whoever
    /// reads it now stops.
    void begin(Handle tx, Hive hive);

    /// Begins soon with what the last transaction asked for.
    void hurry();
}
