/// What callers and agents say in English, Spanish and Hindi: cues to find and phrases to use.
@NullMarked
package dev.parley.brains.words;

import org.jspecify.annotations.NullMarked;
