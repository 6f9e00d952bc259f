@NullMarked
package dev.parley.hives.embedding;

import org.jspecify.annotations.NullMarked;
