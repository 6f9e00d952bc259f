package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.parley.testing.SpeechLike;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From a line in and out again.
class AudioPathTest {
    private static final short[] SPEECH = SpeechLike.say(2, 120);

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void comesBackAsItWas(AudioFormat format) {
        var back = decode(format, encode(format, SPEECH), new Random(1));

        int lag = lag(SPEECH, back);
        assertThat(lag).isBetween(0, 320);
        // telephones carry half of it, in 8 bits; at 44,100 it comes back between two samples
        double most =
                switch (format) {
                    case MULAW_8000, ALAW_8000 -> -12;
                    case PCM_F32LE_44100 -> -20;
                    case PCM_S16LE_16000, PCM_S16LE_24000 -> -40;
                };
        assertThat(noise(SPEECH, back, lag)).isLessThan(most);
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void w9DoesNotCareHowBytesAreCut(AudioFormat format) {
        var seed = Long.getLong("parley.seed", System.nanoTime());
        System.out.println("AudioPathTest: -Dparley.seed=" + seed);
        var bytes = encode(format, SPEECH);
        var whole = decode(format, bytes, null);

        assertThat(decode(format, bytes, new Random(seed))).as("seed %d", seed).isEqualTo(whole);
    }

    @Test
    void w9MakesSoundOfWhatIsNone() {
        var floats = ByteBuffer.allocate(44_100 * 4).order(ByteOrder.LITTLE_ENDIAN);
        var odd =
                new float[] {
                    Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, 1e30f, -7, Float.MIN_VALUE
                };
        for (int i = 0; i < 44_100; i++) {
            floats.putFloat(odd[i % odd.length]);
        }

        var frames = decode(AudioFormat.PCM_F32LE_44100, floats.array(), null);

        assertThat(frames.length).isGreaterThan(15_000);
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void w9SurvivesAnyBytes(AudioFormat format) {
        var seed = Long.getLong("parley.seed", System.nanoTime());
        System.out.println("AudioPathTest: -Dparley.seed=" + seed);
        var bytes = new byte[200_001];
        new Random(seed).nextBytes(bytes);

        assertThat(decode(format, bytes, new Random(seed))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void allocatesNothingPerFrame(AudioFormat format) {
        var counted = new int[1];
        var input = new AudioInput(format, _ -> counted[0]++);
        var output = new AudioOutput(format);
        var bytes = new byte[output.frameBytes()];
        var frame = new short[Pcm.FRAME];
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 2_000; i++) {
            input.accept(bytes, 0, output.encode(frame, bytes, 0));
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            input.accept(bytes, 0, output.encode(frame, bytes, 0));
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(counted[0]).isGreaterThan(11_000);
        assertThat(allocated).isLessThan(10_000);
    }

    @Test
    void givesWholeFramesOfAStream() throws IOException {
        var bytes = ByteBuffer.allocate(22_050 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 22_050; i++) {
            bytes.putShort((short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 22_050)));
        }
        var frames = Frames.of(new ByteArrayInputStream(bytes.array()), 22_050);

        int count = 0;
        var frame = new short[Pcm.FRAME];
        while (frames.next(frame)) {
            count++;
        }

        assertThat(count).isBetween(49, 51);
    }

    private static byte[] encode(AudioFormat format, short[] samples) {
        var output = new AudioOutput(format);
        int count = samples.length / Pcm.FRAME;
        var all = new byte[count * output.frameBytes()];
        var bytes = new byte[output.frameBytes()];
        var frame = new short[Pcm.FRAME];
        for (int i = 0; i < count; i++) {
            System.arraycopy(samples, i * Pcm.FRAME, frame, 0, Pcm.FRAME);
            int length = output.encode(frame, bytes, 0);
            System.arraycopy(bytes, 0, all, i * length, length);
        }
        return all;
    }

    /// @param random cuts the bytes; null for one piece
    private static short[] decode(AudioFormat format, byte[] bytes, @Nullable Random random) {
        List<short[]> frames = new ArrayList<>();
        var input = new AudioInput(format, frame -> frames.add(frame.clone()));
        for (int at = 0; at < bytes.length; ) {
            int length =
                    random == null
                            ? bytes.length
                            : Math.min(bytes.length - at, random.nextInt(999));
            input.accept(bytes, at, length);
            at += length;
        }
        var all = new short[frames.size() * Pcm.FRAME];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i), 0, all, i * Pcm.FRAME, Pcm.FRAME);
        }
        return all;
    }

    /// How many samples later it comes back.
    private static int lag(short[] one, short[] other) {
        int best = 0;
        double most = 0;
        for (int lag = 0; lag < 400; lag++) {
            double sum = 0;
            for (int i = 4_000; i < 12_000; i++) {
                sum += (double) one[i] * other[i + lag];
            }
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best;
    }

    /// What differs, in decibels below what was said.
    private static double noise(short[] one, short[] other, int lag) {
        double signal = 0;
        double noise = 0;
        for (int i = 4_000; i < 28_000; i++) {
            signal += (double) one[i] * one[i];
            noise += Math.pow(one[i] - other[i + lag], 2);
        }
        return 10 * Math.log10(noise / signal);
    }
}
