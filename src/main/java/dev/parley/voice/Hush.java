package dev.parley.voice;

import dev.parley.audio.Pcm;
import dev.parley.providers.speech.Speaker;
import dev.parley.providers.speech.TextToSpeech.Speech;
import java.io.ByteArrayInputStream;

/// Says everything in silence, as long as it would take to say: for where nobody can speak and the
/// caller reads, or the caller's own device speaks.
final class Hush implements Speaker {
    private static final int MILLIS_PER_CHAR = 65;

    @Override
    public Speech speak(String text) {
        int samples = text.length() * MILLIS_PER_CHAR * Pcm.RATE / 1_000;
        return new Speech(Pcm.RATE, new ByteArrayInputStream(new byte[2 * samples]), () -> {});
    }
}
