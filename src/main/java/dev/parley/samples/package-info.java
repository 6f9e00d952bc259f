/// A restaurant to call on the first day: its host, its menu, and a kitchen that takes orders.
@NullMarked
package dev.parley.samples;

import org.jspecify.annotations.NullMarked;
