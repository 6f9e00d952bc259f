/// Finding the passages of hives that answer a question, by their words and by their meaning.
@NullMarked
package dev.parley.hives.search;

import org.jspecify.annotations.NullMarked;
