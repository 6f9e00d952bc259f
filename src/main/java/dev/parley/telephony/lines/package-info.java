/// Media sockets that carriers open: the sound of telephone calls, in and out.
@NullMarked
package dev.parley.telephony.lines;

import org.jspecify.annotations.NullMarked;
