/// A way through a website: which pages belong to it, in which order and how fast they are asked
/// for, and where it ends.
@NullMarked
package dev.parley.hives.crawling;

import org.jspecify.annotations.NullMarked;
