package dev.parley.providers.recognition;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.recognition.SpeechToText.Hint;

/// Writes down one piece of speech at a time.
interface Transcriber {
    /// What is said in `samples`; blocks.
    ///
    /// @param samples of [dev.parley.audio.Pcm]
    /// @param count how many there are
    /// @return empty when nothing is said
    /// @throws ProviderFailure when nobody can tell
    String transcribe(short[] samples, int count, Hint hint);

    String describe();
}
