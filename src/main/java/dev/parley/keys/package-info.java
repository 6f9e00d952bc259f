/// API keys as the API manages them; who may use one is decided in `accounts`.
@NullMarked
package dev.parley.keys;

import org.jspecify.annotations.NullMarked;
