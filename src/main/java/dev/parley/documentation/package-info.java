/// The API's own documentation: the contract as files, and a page to read and try it.
@NullMarked
package dev.parley.documentation;

import org.jspecify.annotations.NullMarked;
