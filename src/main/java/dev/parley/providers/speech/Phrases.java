package dev.parley.providers.speech;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.providers.speech.TextToSpeech.Speech;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/// Short texts that are said again and again, kept from the second time on that a voice speaks them
/// to their end: greetings, farewells, questions, what bridges a wait. What is said only once, as
/// nearly everything is, would fill the memory and make the garbage collector stop the calls.
final class Phrases {
    private static final int MAX_CHARS = 300;
    private static final long MAX_BYTES = 64L << 20;

    /// Half a minute of the usual rate.
    private static final int MAX_PHRASE = 30 * 48_000;

    private static final int MAX_SAID_ONCE = 10_000;

    private record Key(String voice, String text) {}

    private record Phrase(int sampleRate, byte[] samples) {}

    private final Cache<Key, Boolean> saidOnce =
            Caffeine.newBuilder().maximumSize(MAX_SAID_ONCE).build();
    private final Cache<Key, Phrase> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_BYTES)
                    .weigher((Key key, Phrase phrase) -> phrase.samples().length + 200)
                    .build();

    /// The same speaker, who is asked twice at most for a short text.
    ///
    /// @param voice tells this speaker's sound from others'
    Speaker remember(String voice, Speaker speaker) {
        return text -> {
            var key = new Key(voice, text);
            var phrase = kept.getIfPresent(key);
            if (phrase != null) {
                var samples = new ByteArrayInputStream(phrase.samples());
                return new Speech(phrase.sampleRate(), samples, () -> {});
            }
            var speech = speaker.speak(text);
            if (text.length() > MAX_CHARS) {
                return speech;
            }
            boolean isSaidAgain = saidOnce.asMap().putIfAbsent(key, true) != null;
            return isSaidAgain ? listening(key, speech) : speech;
        };
    }

    private Speech listening(Key key, Speech speech) {
        var heard = new Heard(key, speech);
        return new Speech(speech.sampleRate(), heard, speech.stop());
    }

    /// Keeps what is read through it, once it is read to its end.
    private final class Heard extends FilterInputStream {
        private final Key key;
        private final int sampleRate;
        private final ByteArrayOutputStream copy = new ByteArrayOutputStream(64 << 10);

        Heard(Key key, Speech speech) {
            super(speech.samples());
            this.key = key;
            this.sampleRate = speech.sampleRate();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count > 0 && copy.size() <= MAX_PHRASE) {
                copy.write(into, offset, count);
            } else if (count < 0 && copy.size() <= MAX_PHRASE) {
                kept.put(key, new Phrase(sampleRate, copy.toByteArray()));
            }
            return count;
        }
    }
}
