/// Timestamps in the form the API publishes.
@NullMarked
package dev.parley.platform.time;

import org.jspecify.annotations.NullMarked;
