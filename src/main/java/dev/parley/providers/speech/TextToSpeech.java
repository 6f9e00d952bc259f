package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Turns text into speech.
public interface TextToSpeech {
    /// The voices there are, in the order they are offered.
    List<Voice> voices();

    /// Whether it can speak at all, here and now.
    default boolean canSpeak() {
        return true;
    }

    /// What speaks, to tell its recordings from others'; without secrets.
    String describe();

    /// A recording of the voice that came with this program, for where none can be made; a WAV.
    default Optional<byte[]> sample(String voice) {
        return Optional.empty();
    }

    /// `text` spoken by the voice of this id; blocks until the first sound is there, while the rest
    /// is still being made.
    ///
    /// @param text plain, of one sentence or a few
    /// @throws ProviderFailure when nothing comes, or what comes is no speech
    Speech speak(String voice, String text);

    /// A voice.
    ///
    /// @param id what an agent's voice holds as `modelId`: of `A-Z a-z 0-9 . _ -`, no other
    ///   provider's
    /// @param gender `Male`, `Female` or `Neutral`
    /// @param language `English`, `Spanish` or `Hindi`
    /// @param accent one of the contract's, the nearest where none is right
    /// @param description what it is like, for somebody who chooses one
    record Voice(
            String id,
            String name,
            String gender,
            String language,
            String accent,
            String description) {}

    /// Speech that is being made: 16-bit samples of one channel, the least significant byte first.
    /// Closing it stops its making, at any time and from any thread.
    ///
    /// @param sampleRate samples a second
    /// @param samples fails with a [ProviderFailure] or an IOException when the provider does
    /// @param stop ends the making
    record Speech(int sampleRate, InputStream samples, Closeable stop) implements Closeable {
        @Override
        public void close() throws IOException {
            stop.close();
        }
    }
}
