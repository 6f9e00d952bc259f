@NullMarked
package dev.parley.hives.search;

import org.jspecify.annotations.NullMarked;
