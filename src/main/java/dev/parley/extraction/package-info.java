/// Facts out of a finished transcript: the built-in extractor and the one that asks a model.
@NullMarked
package dev.parley.extraction;

import org.jspecify.annotations.NullMarked;
