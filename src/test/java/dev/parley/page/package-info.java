@NullMarked
package dev.parley.page;

import org.jspecify.annotations.NullMarked;
