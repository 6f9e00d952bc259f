/// The vectors of what hives hold, made after the text is in.
@NullMarked
package dev.parley.hives.embedding;

import org.jspecify.annotations.NullMarked;
