/// Deliveries: events of conversations on their way to the actions that want them.
@NullMarked
package dev.parley.deliveries;

import org.jspecify.annotations.NullMarked;
