/// Organizations, users, API keys, sign-in: who is calling, and for whom.
@NullMarked
package dev.parley.accounts;

import org.jspecify.annotations.NullMarked;
