/// Readers of every format hives are made of.
@NullMarked
package dev.parley.hives.reading;

import org.jspecify.annotations.NullMarked;
