package dev.parley.audio;

/// Sound on its way out: frames of [Pcm] in the format of a line. Allocates nothing once it is
/// made.
public final class AudioOutput {
    private static final float FULL = 32_768f;

    private final AudioFormat format;
    private final Resampler resampler;
    private final int frameSamples;
    private final float[] samples = new float[Pcm.FRAME];
    private final float[] resampled;

    public AudioOutput(AudioFormat format) {
        this.format = format;
        this.resampler = new Resampler(Pcm.RATE, format.rate());
        this.frameSamples = format.rate() * Pcm.FRAME_MILLIS / 1_000;
        this.resampled = new float[resampler.most(Pcm.FRAME)];
    }

    /// The bytes of 20 milliseconds.
    public int frameBytes() {
        return frameSamples * format.sampleBytes();
    }

    /// Forgets what came before: the next frame begins anew.
    public void reset() {
        resampler.reset();
    }

    /// @param frame of [Pcm]
    /// @param into has room for [#frameBytes] from `from` on
    /// @return how many bytes it is: 20 milliseconds of them
    public int encode(short[] frame, byte[] into, int from) {
        for (int i = 0; i < Pcm.FRAME; i++) {
            samples[i] = frame[i];
        }
        int made = resampler.resample(samples, Pcm.FRAME, resampled);
        if (made != frameSamples) {
            throw new IllegalStateException(made + " samples of " + frameSamples);
        }
        for (int i = 0, at = from; i < made; i++, at += format.sampleBytes()) {
            write(resampled[i], into, at);
        }
        return frameBytes();
    }

    private void write(float sample, byte[] into, int at) {
        switch (format) {
            case PCM_F32LE_44100 -> {
                int bits = Float.floatToRawIntBits(Math.clamp(sample / FULL, -1f, 1f));
                into[at] = (byte) bits;
                into[at + 1] = (byte) (bits >> 8);
                into[at + 2] = (byte) (bits >> 16);
                into[at + 3] = (byte) (bits >> 24);
            }
            case PCM_S16LE_16000, PCM_S16LE_24000 -> {
                int value = Samples.clip(sample);
                into[at] = (byte) value;
                into[at + 1] = (byte) (value >> 8);
            }
            case MULAW_8000 -> into[at] = G711.mulaw(Samples.clip(sample));
            case ALAW_8000 -> into[at] = G711.alaw(Samples.clip(sample));
        }
    }
}
