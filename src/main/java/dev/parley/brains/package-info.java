/// Who decides what the agent says: the built-in brain, and the one that asks a language model.
@NullMarked
package dev.parley.brains;

import org.jspecify.annotations.NullMarked;
