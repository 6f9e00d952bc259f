/// Documents read in processes of their own, with little memory and time, so that none can hurt the
/// server.
@NullMarked
package dev.parley.hives.apart;

import org.jspecify.annotations.NullMarked;
