/// Sound as numbers: the formats of lines, the one format inside, and the way between them. No
/// sockets, no threads.
@NullMarked
package dev.parley.audio;

import org.jspecify.annotations.NullMarked;
