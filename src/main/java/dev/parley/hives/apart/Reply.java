package dev.parley.hives.apart;

import dev.parley.hives.documents.Document;
import org.jspecify.annotations.Nullable;

/// What a process found: a document, or why there is none.
record Reply(@Nullable Document document, @Nullable String fault) {}
