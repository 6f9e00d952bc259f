@NullMarked
package dev.parley.live.scenarios;

import org.jspecify.annotations.NullMarked;
