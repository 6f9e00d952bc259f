/// Ports to what lies outside: language models now, speech later. One file per adapter.
@NullMarked
package dev.parley.providers;

import org.jspecify.annotations.NullMarked;
