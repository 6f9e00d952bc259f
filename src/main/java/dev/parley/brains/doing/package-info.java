/// What the desk does for callers through tools: which one fits, what it has to be told, and what
/// came back.
@NullMarked
package dev.parley.brains.doing;

import org.jspecify.annotations.NullMarked;
