/// What kind of file something is, by its name and by its content, which have to agree.
@NullMarked
package dev.parley.files.kinds;

import org.jspecify.annotations.NullMarked;
