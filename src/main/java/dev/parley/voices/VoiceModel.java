package dev.parley.voices;

import dev.parley.agents.Voice;

/// One voice to choose.
///
/// @param voice to copy into an agent
/// @param previewUrl where it can be heard
public record VoiceModel(Voice voice, String previewUrl, String name, String voiceDescription) {}
