/// Figures for operators, in the words of Prometheus: how many calls, how quick, what failed.
@NullMarked
package dev.parley.metrics;

import org.jspecify.annotations.NullMarked;
