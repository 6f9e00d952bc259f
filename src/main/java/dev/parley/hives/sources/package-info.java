/// What hives are made of: websites, files, documents of Google and earlier conversations, and what
/// is kept of each.
@NullMarked
package dev.parley.hives.sources;

import org.jspecify.annotations.NullMarked;
