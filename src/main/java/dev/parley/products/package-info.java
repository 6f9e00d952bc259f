/// Products a business sells, and which agents may talk about them by way of `agents`.
@NullMarked
package dev.parley.products;

import org.jspecify.annotations.NullMarked;
