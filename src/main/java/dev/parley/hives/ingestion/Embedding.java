package dev.parley.hives.ingestion;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import org.jdbi.v3.core.Handle;

/// Makes the embeddings of a hive's passages, some time later.
@FunctionalInterface
public interface Embedding {
    /// Nobody makes any.
    Embedding NONE = (_, _, _) -> {};

    /// Asks for it; part of the transaction that has kept passages.
    void enqueue(Handle tx, OrgId org, HiveId hive);
}
