/// What a caller's words mean, in English, Spanish and Hindi: numbers, names, addresses and
/// intents. Pure rules, no model.
@NullMarked
package dev.parley.understanding;

import org.jspecify.annotations.NullMarked;
