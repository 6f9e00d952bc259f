/// What is on sale: found by the names callers give it, put into baskets, priced in words.
@NullMarked
package dev.parley.brains.offers;

import org.jspecify.annotations.NullMarked;
