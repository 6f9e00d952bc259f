/// Who turns speech into text: one port, one file per adapter.
@NullMarked
package dev.parley.providers.recognition;

import org.jspecify.annotations.NullMarked;
