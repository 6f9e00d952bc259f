/// What a hive holds: the sources it was read from, and their text in passages.
@NullMarked
package dev.parley.hives.passages;

import org.jspecify.annotations.NullMarked;
