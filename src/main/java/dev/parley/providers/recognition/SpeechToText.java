package dev.parley.providers.recognition;

import dev.parley.providers.ProviderFailure;
import java.util.List;
import java.util.function.Consumer;

/// Turns speech into text.
public interface SpeechToText {
    /// What listens, for the operator's log; without secrets.
    String describe();

    /// Begins to listen to one caller. Returns at once; what is heard before the provider is
    /// reached is kept for it.
    ///
    /// @param heard told from any thread, one thing at a time, never within this call; must not
    ///   block
    Listening listen(Hint hint, Consumer<Heard> heard);

    /// What is known of the speech to come.
    ///
    /// @param language BCP 47, for example `en-US`
    /// @param keywords words that are likely, most important first
    record Hint(String language, List<String> keywords) {}

    /// One caller being listened to. Nothing here blocks.
    interface Listening extends AutoCloseable {
        /// The next frame of [dev.parley.audio.Pcm]; no two threads at once.
        ///
        /// @param frame used again by whoever calls
        /// @param isSpeech whether the caller is speaking, the pauses within speech included
        void hear(short[] frame, boolean isSpeech);

        /// The caller has stopped: every word so far is wanted as `Final`, then `Settled`.
        void settle();

        @Override
        void close();
    }

    /// What a recogniser tells.
    sealed interface Heard {
        /// A guess at the words since the last `Final`; the next one replaces it.
        record Partial(String text) implements Heard {}

        /// Words that will not change.
        record Final(String text) implements Heard {}

        /// The answer to `settle`, one for each: no words of before it are to come.
        record Settled() implements Heard {}

        /// Nothing more will be heard; the last thing told.
        record Failed(ProviderFailure cause) implements Heard {}
    }
}
