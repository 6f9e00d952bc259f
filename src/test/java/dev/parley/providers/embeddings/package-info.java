@NullMarked
package dev.parley.providers.embeddings;

import org.jspecify.annotations.NullMarked;
