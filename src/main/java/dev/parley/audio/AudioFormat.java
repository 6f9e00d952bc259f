package dev.parley.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How sound travels on a line: always one channel.
public enum AudioFormat {
    /// Floats from -1 to 1, the least significant byte first: the contract's own.
    PCM_F32LE_44100(44_100, 4),
    PCM_S16LE_16000(16_000, 2),
    PCM_S16LE_24000(24_000, 2),
    /// G.711 µ-law, North America's telephones.
    MULAW_8000(8_000, 1),
    /// G.711 A-law, everybody else's.
    ALAW_8000(8_000, 1);

    private final int rate;
    private final int sampleBytes;

    AudioFormat(int rate, int sampleBytes) {
        this.rate = rate;
        this.sampleBytes = sampleBytes;
    }

    /// Samples a second.
    public int rate() {
        return rate;
    }

    public int sampleBytes() {
        return sampleBytes;
    }

    /// The name clients use, for example `mulaw_8000`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AudioFormat> of(String wire) {
        return Arrays.stream(values()).filter(format -> format.wire().equals(wire)).findFirst();
    }
}
