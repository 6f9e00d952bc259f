/// `./parley talk`: a typed conversation with an agent from a terminal, as any client of the server
/// would hold it.
@NullMarked
package dev.parley.talk;

import org.jspecify.annotations.NullMarked;
