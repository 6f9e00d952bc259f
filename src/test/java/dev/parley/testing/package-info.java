/// What tests share: clocks, brains and lines that do as they are told.
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
