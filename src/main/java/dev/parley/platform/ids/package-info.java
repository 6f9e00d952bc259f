/// Record ids in the form the API publishes.
@NullMarked
package dev.parley.platform.ids;

import org.jspecify.annotations.NullMarked;
