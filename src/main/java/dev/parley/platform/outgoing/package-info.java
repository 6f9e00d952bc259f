/// The one way out: every request the server sends because a tenant said so goes through here.
@NullMarked
package dev.parley.platform.outgoing;

import org.jspecify.annotations.NullMarked;
