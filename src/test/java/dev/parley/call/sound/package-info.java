@NullMarked
package dev.parley.call.sound;

import org.jspecify.annotations.NullMarked;
