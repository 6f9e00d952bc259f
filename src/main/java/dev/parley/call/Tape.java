package dev.parley.call;

import dev.parley.call.sound.Sound;
import dev.parley.call.sound.Wav;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// Both sides of a call, each where it was heard.
final class Tape {
    private final int rate;
    private final long start;
    private short[] spoken;
    private short[] heard;
    private int length;

    /// @param start of the call
    Tape(int rate, long start) {
        this.rate = rate;
        this.start = start;
        this.spoken = new short[rate * 60];
        this.heard = new short[rate * 60];
    }

    /// The next frame of the caller.
    void spoke(short[] frame) {
        reach(length + frame.length);
        System.arraycopy(frame, 0, spoken, length, frame.length);
        length += frame.length;
    }

    /// Sound of the agent that begins to be heard at `at`.
    void heard(long at, short[] samples) {
        int from = Math.max(0, position(at));
        reach(from + samples.length);
        System.arraycopy(samples, 0, heard, from, samples.length);
    }

    /// What of the agent comes after `at` is never heard.
    void silence(long at) {
        int from = Math.clamp(position(at), 0, heard.length);
        Arrays.fill(heard, from, heard.length, (short) 0);
    }

    void write(Path file) throws IOException {
        Wav.write(
                file,
                new Sound(rate, Arrays.copyOf(spoken, length)),
                new Sound(rate, Arrays.copyOf(heard, length)));
    }

    private int position(long at) {
        return Math.toIntExact((at - start) * rate / Duration.ofSeconds(1).toNanos());
    }

    private void reach(int samples) {
        if (samples > heard.length) {
            spoken = Arrays.copyOf(spoken, samples * 2);
            heard = Arrays.copyOf(heard, samples * 2);
        }
    }
}
