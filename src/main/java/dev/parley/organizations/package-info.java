/// The organization itself: its settings, its beginning and its end.
@NullMarked
package dev.parley.organizations;

import org.jspecify.annotations.NullMarked;
