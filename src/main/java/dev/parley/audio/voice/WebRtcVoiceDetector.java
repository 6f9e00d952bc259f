package dev.parley.audio.voice;

import dev.parley.audio.Pcm;
import io.github.givimad.libfvadjni.VoiceActivityDetector;
import io.github.givimad.libfvadjni.VoiceActivityDetector.Mode;
import io.github.givimad.libfvadjni.VoiceActivityDetector.SampleRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The detector of WebRTC, a native library: a mixture of Gaussians over six bands. It takes most
/// steady noise for voice, so what it takes for voice has to rise above the noise of the line and
/// cross zero as voices do as well (decision 0014).
final class WebRtcVoiceDetector implements VoiceDetector {
    /// Decibels.
    private static final double ABOVE_NOISE = 6;

    /// The library keeps its detectors in one table without a lock of its own: while one is made or
    /// closed nobody may look another up, or the whole process ends.
    private static final ReadWriteLock TABLE = new ReentrantReadWriteLock();

    private final VoiceActivityDetector detector;
    private final NoiseFloor noise = new NoiseFloor();
    private boolean isClosed;

    /// @throws IOException when the library does not load here
    static void load() throws IOException {
        TABLE.writeLock().lock();
        try {
            VoiceActivityDetector.loadLibrary();
        } finally {
            TABLE.writeLock().unlock();
        }
    }

    /// @param mode how much has to speak for a voice; the library's own names
    WebRtcVoiceDetector(Mode mode) {
        TABLE.writeLock().lock();
        try {
            detector = VoiceActivityDetector.newInstance();
            detector.setSampleRate(SampleRate.fromValue(Pcm.RATE));
            detector.setMode(mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TABLE.writeLock().unlock();
        }
    }

    @Override
    public boolean isVoice(short[] frame) {
        TABLE.readLock().lock();
        try {
            boolean isLoud = noise.rise(Loudness.of(frame)) > ABOVE_NOISE;
            return !isClosed && detector.process(frame) && isLoud && Crossings.areAVoices(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TABLE.readLock().unlock();
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            TABLE.writeLock().lock();
            try {
                detector.close();
            } finally {
                TABLE.writeLock().unlock();
            }
        }
    }
}
