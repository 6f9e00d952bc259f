/// What carriers tell of calls, and what they are answered: signed, once for each call.
@NullMarked
package dev.parley.telephony.webhooks;

import org.jspecify.annotations.NullMarked;
