/// Work that must happen later and survive a crash.
@NullMarked
package dev.parley.jobs;

import org.jspecify.annotations.NullMarked;
