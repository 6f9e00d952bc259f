/// Figures about calls and prospects: series over days, weeks and months, and the headline
/// counters.
@NullMarked
package dev.parley.analytics;

import org.jspecify.annotations.NullMarked;
