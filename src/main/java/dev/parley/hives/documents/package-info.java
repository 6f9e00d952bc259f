/// What files and web pages say, whatever their format: text under headings.
@NullMarked
package dev.parley.hives.documents;

import org.jspecify.annotations.NullMarked;
