/// Actions as they are carried out: arguments judged, a request made of them, the answer bounded.
@NullMarked
package dev.parley.actions.calling;

import org.jspecify.annotations.NullMarked;
