/// How people reach an agent from a browser or a program: prepared connections, tickets, the
/// WebSocket.
@NullMarked
package dev.parley.connections;

import org.jspecify.annotations.NullMarked;
