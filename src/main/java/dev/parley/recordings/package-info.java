/// The sound of conversations: written down while they go on, kept with them, played to those who
/// may hear it.
@NullMarked
package dev.parley.recordings;

import org.jspecify.annotations.NullMarked;
