/// Phone numbers: which are on offer, which an organization owns, and which agent answers them.
@NullMarked
package dev.parley.telephony;

import org.jspecify.annotations.NullMarked;
