/// Hives are read: a durable job finds their sources, reads them, keeps their passages and notes
/// how far it has come.
@NullMarked
package dev.parley.hives.ingestion;

import org.jspecify.annotations.NullMarked;
