/// The page at `/talk`: talk to the agent with what a browser has. It is no part of the API, and
/// neither are the two addresses it asks.
@NullMarked
package dev.parley.page;

import org.jspecify.annotations.NullMarked;
