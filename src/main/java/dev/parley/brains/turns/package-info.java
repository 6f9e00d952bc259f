/// What lies between the turns of the built-in brain: what was said, what is being done, and
/// answers that are made while they are read.
@NullMarked
package dev.parley.brains.turns;

import org.jspecify.annotations.NullMarked;
