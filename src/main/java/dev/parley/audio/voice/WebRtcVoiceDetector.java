package dev.parley.audio.voice;

import dev.parley.audio.Pcm;
import io.github.givimad.libfvadjni.VoiceActivityDetector;
import io.github.givimad.libfvadjni.VoiceActivityDetector.Mode;
import io.github.givimad.libfvadjni.VoiceActivityDetector.SampleRate;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The detector of WebRTC, a native library: a mixture of Gaussians over six bands. It takes most
/// steady noise for voice, so what it takes for voice has to rise above the noise of the line and
/// cross zero as voices do as well (decision 0014).
final class WebRtcVoiceDetector implements VoiceDetector {
    /// Decibels.
    private static final double ABOVE_NOISE = 6;

    private final VoiceActivityDetector detector;
    private final NoiseFloor noise = new NoiseFloor();
    private boolean isClosed;

    /// @throws IOException when the library does not load here
    static void load() throws IOException {
        VoiceActivityDetector.loadLibrary();
    }

    /// @param mode how much has to speak for a voice; the library's own names
    WebRtcVoiceDetector(Mode mode) {
        try {
            detector = VoiceActivityDetector.newInstance();
            detector.setSampleRate(SampleRate.fromValue(Pcm.RATE));
            detector.setMode(mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isVoice(short[] frame) {
        try {
            boolean isLoud = noise.rise(Loudness.of(frame)) > ABOVE_NOISE;
            return !isClosed && detector.process(frame) && isLoud && Crossings.areAVoices(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            detector.close();
        }
    }
}
