package dev.parley.voice;

import dev.parley.audio.voice.VoiceDetector;
import dev.parley.providers.speech.Speaker;
import java.util.Optional;

/// What one call is spoken with.
///
/// @param speaker the agent's voice
/// @param listener who knows the caller's words; empty when the client tells them
/// @param detector this call's own
record VoiceKit(Speaker speaker, Optional<Ear.Listener> listener, VoiceDetector detector) {}
