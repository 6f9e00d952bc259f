/// The PostgreSQL that Parley brings along and runs as its own child process.
@NullMarked
package dev.parley.platform.postgres;

import org.jspecify.annotations.NullMarked;
