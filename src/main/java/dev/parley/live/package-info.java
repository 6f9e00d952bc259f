/// One live conversation: events, turn rules, replies, interruption. No framework, no SQL.
@NullMarked
package dev.parley.live;

import org.jspecify.annotations.NullMarked;
