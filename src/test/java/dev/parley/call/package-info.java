@NullMarked
package dev.parley.call;

import org.jspecify.annotations.NullMarked;
