/// The far side's end of each kind of socket.
@NullMarked
package dev.parley.call.lines;

import org.jspecify.annotations.NullMarked;
