/// What `./parley bench` runs. Nothing here is a test: figures depend on the machine.
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
