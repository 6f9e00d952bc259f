/// The list parameters every list of the API shares, and the SQL they become.
@NullMarked
package dev.parley.platform.lists;

import org.jspecify.annotations.NullMarked;
