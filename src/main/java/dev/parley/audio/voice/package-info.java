/// Whether somebody speaks.
@NullMarked
package dev.parley.audio.voice;

import org.jspecify.annotations.NullMarked;
