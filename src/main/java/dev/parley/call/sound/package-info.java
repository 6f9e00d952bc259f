/// What the far side of a call makes and hears.
@NullMarked
package dev.parley.call.sound;

import org.jspecify.annotations.NullMarked;
