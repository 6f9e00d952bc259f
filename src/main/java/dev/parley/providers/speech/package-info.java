/// Who turns text into speech: one port, one file per adapter.
@NullMarked
package dev.parley.providers.speech;

import org.jspecify.annotations.NullMarked;
