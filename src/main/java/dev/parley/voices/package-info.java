/// The voices agents can have, and what they sound like.
@NullMarked
package dev.parley.voices;

import org.jspecify.annotations.NullMarked;
