package dev.parley.call;

import dev.parley.call.sound.Sound;

/// Something the caller says.
///
/// @param words what is shown of it, and what is typed on a line without sound
/// @param sound at the line's rate; empty on a line without sound
public record Utterance(String words, Sound sound) {}
