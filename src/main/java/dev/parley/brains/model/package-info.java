/// The brain that asks a language model: what it is shown, what it says, and what it may have done.
@NullMarked
package dev.parley.brains.model;

import org.jspecify.annotations.NullMarked;
