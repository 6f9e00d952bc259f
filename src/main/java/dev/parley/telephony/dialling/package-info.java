/// Calls an agent makes: whom it may call, how often, and what becomes of it.
@NullMarked
package dev.parley.telephony.dialling;

import org.jspecify.annotations.NullMarked;
