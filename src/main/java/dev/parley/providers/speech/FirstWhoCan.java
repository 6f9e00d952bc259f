package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.speech.Speakers.Tone;
import dev.parley.providers.speech.TextToSpeech.Speech;
import java.util.List;

/// Speaks with the first voice that gives a sound. A sentence that breaks off in its middle is not
/// begun again by the next voice: half of it said twice is worse than half of it missing.
final class FirstWhoCan implements Speaker {
    private final List<Tone> tones;

    /// @param tones in the order of preference, at least one
    FirstWhoCan(List<Tone> tones) {
        this.tones = List.copyOf(tones);
    }

    @Override
    public Speech speak(String text) {
        var failure = new ProviderFailure(Reason.REFUSED, "nobody speaks");
        for (var tone : tones) {
            try {
                return tone.provider().speak(tone.voice().id(), text);
            } catch (ProviderFailure e) {
                e.addSuppressed(failure);
                failure = e;
            }
        }
        throw failure;
    }
}
