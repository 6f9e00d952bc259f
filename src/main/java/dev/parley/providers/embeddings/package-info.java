/// Models that turn texts into vectors, so that texts of one meaning lie near each other.
@NullMarked
package dev.parley.providers.embeddings;

import org.jspecify.annotations.NullMarked;
