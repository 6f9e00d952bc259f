package dev.parley.live;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the caller is saying aloud and has not finished.
///
/// @param isVoiced whether voice is heard now
/// @param since when the voice began, or ended, or words came without a voice
/// @param words those that will not change
/// @param guess the recogniser's guess at what follows them
/// @param isSettling whether the recogniser was asked for the last words and has not answered
/// @param isKeyed whether keys were pressed rather than words spoken
/// @param wordsAt when the last words came; null before any
record Utterance(
        boolean isVoiced,
        @Nullable Instant since,
        String words,
        String guess,
        boolean isSettling,
        boolean isKeyed,
        @Nullable Instant wordsAt) {
    static final Utterance NONE = new Utterance(false, null, "", "", false, false, null);

    Utterance voiceBegan(Instant at) {
        return new Utterance(true, at, words, guess, false, isKeyed, wordsAt);
    }

    Utterance voiceEnded(Instant at) {
        return new Utterance(false, at, words, guess, true, isKeyed, wordsAt);
    }

    Utterance guess(String text, Instant at) {
        return new Utterance(isVoiced, isVoiced ? since : at, words, text, isSettling, isKeyed, at);
    }

    Utterance hear(String text, Instant at) {
        return new Utterance(
                isVoiced, isStill() ? at : since, join(words, text), "", isSettling, isKeyed, at);
    }

    /// The recogniser has said all it will of what was before.
    Utterance settle() {
        return new Utterance(isVoiced, since, text(), "", false, isKeyed, wordsAt);
    }

    Utterance press(String keys, Instant at) {
        return new Utterance(isVoiced, at, words + keys, guess, false, true, at);
    }

    /// Everything said so far, the guess included.
    String text() {
        return join(words, guess);
    }

    boolean isEmpty() {
        return words.isEmpty() && guess.isEmpty();
    }

    /// Whether there is nothing to wait for.
    boolean isStill() {
        return !isVoiced && !isSettling;
    }

    private static String join(String one, String other) {
        return Stream.of(one.strip(), other.strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
