/// What an agent knows: facts read out of its mission, and the search for an answer.
@NullMarked
package dev.parley.brains.knowledge;

import org.jspecify.annotations.NullMarked;
