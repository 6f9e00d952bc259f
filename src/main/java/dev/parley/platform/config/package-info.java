/// Settings from the environment and an optional file; every mistake is told at once.
@NullMarked
package dev.parley.platform.config;

import org.jspecify.annotations.NullMarked;
