/// What was said: the record of a conversation while it runs and ever after, its analysis and
/// reviews.
@NullMarked
package dev.parley.conversations;

import org.jspecify.annotations.NullMarked;
