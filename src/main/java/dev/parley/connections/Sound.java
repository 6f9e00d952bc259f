package dev.parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.AudioFormat;
import dev.parley.connections.ClientFrame.Mistake;
import dev.parley.voice.SpokenCall;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/// The caller's sound on its way in, out of the frames it comes in.
final class Sound {
    /// Seconds of sound a second: microphones keep no exact time.
    private static final double PACE = 2;

    /// Seconds of sound that a line may bring in a heap after it was held up.
    private static final double AT_ONCE = 30;

    private final SpokenCall call;
    private final AudioFormat format;
    private final Allowance allowance = new Allowance(PACE, AT_ONCE, System.nanoTime());

    Sound(SpokenCall call, AudioFormat format) {
        this.call = call;
        this.format = format;
    }

    SpokenCall call() {
        return call;
    }

    /// @return false when there is more of it than anybody can say (W4)
    boolean hear(byte[] bytes) {
        double seconds = bytes.length / (double) (format.rate() * format.sampleBytes());
        boolean isAllowed = allowance.take(seconds, System.nanoTime());
        if (isAllowed) {
            call.hear(bytes, 0, bytes.length);
        }
        return isAllowed;
    }

    /// @return false when there is more of it than anybody can say (W4)
    /// @throws Mistake when that is no sound
    boolean hear(JsonNode samples) throws Mistake {
        return hear(samples.isTextual() ? decoded(samples.textValue()) : numbers(samples));
    }

    private static byte[] decoded(String base64) throws Mistake {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new Mistake("payload of AUDIO should be base64");
        }
    }

    private byte[] numbers(JsonNode samples) throws Mistake {
        var bytes =
                ByteBuffer.allocate(samples.size() * format.sampleBytes())
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            if (!sample.isNumber()) {
                throw new Mistake("payload of AUDIO should hold numbers");
            }
            switch (format) {
                case PCM_F32LE_44100 -> bytes.putFloat(sample.floatValue());
                case PCM_S16LE_16000, PCM_S16LE_24000 -> bytes.putShort(sample.shortValue());
                case MULAW_8000, ALAW_8000 -> bytes.put((byte) sample.intValue());
            }
        }
        return bytes.array();
    }
}
