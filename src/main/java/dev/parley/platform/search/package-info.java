/// Finding records by the words and pieces of text in them: an index of its own beside the tables,
/// newest records first.
@NullMarked
package dev.parley.platform.search;

import org.jspecify.annotations.NullMarked;
