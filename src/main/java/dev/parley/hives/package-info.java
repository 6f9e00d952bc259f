/// Hives: the sources agents draw their knowledge from, and how far their ingestion has come.
@NullMarked
package dev.parley.hives;

import org.jspecify.annotations.NullMarked;
