/// A conversation that is spoken: between the live conversation and the sockets that carry sound.
/// Hears the caller, speaks the agent's sentences at the pace they are heard. No framework.
@NullMarked
package dev.parley.voice;

import org.jspecify.annotations.NullMarked;
