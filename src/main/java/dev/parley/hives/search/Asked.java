package dev.parley.hives.search;

import dev.parley.hives.search.VectorIndex.Small;
import org.jspecify.annotations.Nullable;

/// A question and where it lies among meanings.
///
/// @param vector without what all questions have in common; null when there is none
record Asked(String text, @Nullable Small vector) {}
