/// Hives in memory: their words and vectors, and the order in which they put passages.
@NullMarked
package dev.parley.hives.index;

import org.jspecify.annotations.NullMarked;
