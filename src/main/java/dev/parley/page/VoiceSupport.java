package dev.parley.page;

/// What the server itself can do with sound; a browser does the rest.
///
/// @param hears whether it understands what it hears
/// @param speaks whether it has a voice
public record VoiceSupport(boolean hears, boolean speaks) {}
