package dev.parley.live;

/// What an agent brings to a conversation.
///
/// @param script its fixed texts
/// @param tools what it may do
public record Persona(Brain brain, Script script, Tools tools) {}
