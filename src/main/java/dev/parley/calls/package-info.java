/// The calls being held on this server, over whichever line: who may join one, and how all of them
/// end when the server does.
@NullMarked
package dev.parley.calls;

import org.jspecify.annotations.NullMarked;
