/// The reception desk: what the caller wants, what is still to be asked, and what to say next.
@NullMarked
package dev.parley.brains.desk;

import org.jspecify.annotations.NullMarked;
