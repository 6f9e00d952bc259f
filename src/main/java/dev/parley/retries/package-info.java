/// Safe retries: a request sent twice with one `Idempotency-Key` has one effect and one answer.
@NullMarked
package dev.parley.retries;

import org.jspecify.annotations.NullMarked;
