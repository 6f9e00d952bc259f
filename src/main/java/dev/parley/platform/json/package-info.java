/// JSON in and out: strict reading with limits, bodies read field by field, all violations
/// collected.
@NullMarked
package dev.parley.platform.json;

import org.jspecify.annotations.NullMarked;
