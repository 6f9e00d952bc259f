package dev.parley.providers.speech;

/// The voice of one agent.
@FunctionalInterface
public interface Speaker {
    /// `text` spoken; blocks until the first sound is there, while the rest is still being made.
    ///
    /// @param text plain, of one sentence or a few
    /// @throws dev.parley.providers.ProviderFailure when nobody can say it
    TextToSpeech.Speech speak(String text);
}
