/// Which addresses of a network a tenant's call may end at, and what names stand for.
@NullMarked
package dev.parley.platform.outgoing.addresses;

import org.jspecify.annotations.NullMarked;
