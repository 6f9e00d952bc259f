/// Parley: a self-hosted platform for AI voice agents.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
