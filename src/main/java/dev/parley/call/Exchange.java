package dev.parley.call;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What the caller said once, and how the agent took it. Times are those of [System#nanoTime()].
///
/// @param words empty for the agent's greeting
/// @param isInterruption whether the agent was being heard when it began
/// @param voiceBegan the first frame of it was sent
/// @param voiceEnded the last frame of it was sent
/// @param lastVoice the agent's last frame after it began and before it was silenced or answered
/// @param silenced the server said to drop what is not heard
/// @param answered the agent's first frame, or sentence on a line without sound, after it ended
public record Exchange(
        String words,
        boolean isInterruption,
        long voiceBegan,
        OptionalLong voiceEnded,
        OptionalLong lastVoice,
        OptionalLong silenced,
        OptionalLong answered) {
    static Exchange begun(String words, boolean isInterruption, long at) {
        var none = OptionalLong.empty();
        return new Exchange(words, isInterruption, at, none, none, none, none);
    }

    Exchange ended(long at) {
        var ended = OptionalLong.of(at);
        return new Exchange(
                words, isInterruption, voiceBegan, ended, lastVoice, silenced, answered);
    }

    Exchange voice(long at) {
        if (voiceEnded.isPresent() && (silenced.isPresent() || !isInterruption)) {
            return answered.isPresent()
                    ? this
                    : new Exchange(
                            words,
                            isInterruption,
                            voiceBegan,
                            voiceEnded,
                            lastVoice,
                            silenced,
                            OptionalLong.of(at));
        }
        var last = OptionalLong.of(at);
        return new Exchange(
                words, isInterruption, voiceBegan, voiceEnded, last, silenced, answered);
    }

    Exchange silenced(long at) {
        var first = silenced.isPresent() ? silenced : OptionalLong.of(at);
        return new Exchange(
                words, isInterruption, voiceBegan, voiceEnded, lastVoice, first, answered);
    }

    /// From the end of the caller's voice to the agent's.
    public Optional<Duration> untilAnswer() {
        return between(voiceEnded, answered);
    }

    /// From the start of the caller's voice to the agent's last frame.
    public Optional<Duration> untilLastVoice() {
        return isInterruption ? between(OptionalLong.of(voiceBegan), lastVoice) : Optional.empty();
    }

    /// From the start of the caller's voice to the word that what is not heard is dropped.
    public Optional<Duration> untilSilenced() {
        return between(OptionalLong.of(voiceBegan), silenced);
    }

    private static Optional<Duration> between(OptionalLong from, OptionalLong to) {
        return from.isPresent() && to.isPresent()
                ? Optional.of(Duration.ofNanos(to.getAsLong() - from.getAsLong()))
                : Optional.empty();
    }
}
