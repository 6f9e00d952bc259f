/// `./parley call`: a telephone in the terminal, and its parts for tests and measurements: the far
/// side of a call as a browser, a typed client or a carrier would be, over real sockets and in real
/// time.
@NullMarked
package dev.parley.call;

import org.jspecify.annotations.NullMarked;
