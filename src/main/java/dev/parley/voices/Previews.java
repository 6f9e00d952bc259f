package dev.parley.voices;

import dev.parley.files.blobs.BlobKey;
import dev.parley.files.blobs.BlobStore;
import dev.parley.files.blobs.Content;
import dev.parley.platform.http.Problem;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.speech.WavHeader;
import dev.parley.voices.VoiceCatalogue.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What each voice sounds like: spoken once, then kept. Anybody may listen, so nobody's listening
/// may cost more than the first time.
public final class Previews {
    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final String OWNER = "voices";
    private static final int MAX_BYTES = 2 << 20;
    private static final Map<String, String> TEXTS =
            Map.of(
                    "English", "Hello! Thank you for calling. How can I help you today?",
                    "Spanish", "¡Hola! Gracias por llamar. ¿En qué puedo ayudarle?",
                    "Hindi", "नमस्ते! कॉल करने के लिए धन्यवाद। बताइए, क्या मदद चाहिए?");

    private final BlobStore blobs;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    public Previews(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// A recording that is kept.
    ///
    /// @param size bytes
    record Preview(BlobKey key, long size) {}

    /// The recording of a voice, made if it is the first time.
    ///
    /// @throws Problem.Unavailable when the voice cannot be heard now
    Preview of(Entry entry) {
        var key = key(entry);
        var size = blobs.size(key);
        if (size.isPresent()) {
            return new Preview(key, size.getAsLong());
        }
        // voices are few, so their turns need not be forgotten
        synchronized (turns.computeIfAbsent(entry.voice().id(), _ -> new Object())) {
            size = blobs.size(key);
            if (size.isPresent()) {
                return new Preview(key, size.getAsLong());
            }
            var wav = entry.speaker().sample(entry.voice().id()).orElseGet(() -> spoken(entry));
            blobs.put(key, Content.of(wav));
            return new Preview(key, wav.length);
        }
    }

    private static byte[] spoken(Entry entry) {
        try (var speech = entry.speaker().speak(entry.voice().id(), text(entry))) {
            var samples = speech.samples().readNBytes(MAX_BYTES);
            if (samples.length == 0 || samples.length == MAX_BYTES) {
                throw new IOException(samples.length + " bytes of speech");
            }
            var header = new WavHeader(speech.sampleRate()).bytes(samples.length);
            return ByteBuffer.allocate(header.length + samples.length)
                    .put(header)
                    .put(samples)
                    .array();
        } catch (IOException | ProviderFailure e) {
            log.warn("The voice {} cannot be heard: {}", entry.voice().id(), e.getMessage());
            throw new Problem.Unavailable("This voice cannot be heard now; try again shortly");
        }
    }

    private static String text(Entry entry) {
        return TEXTS.getOrDefault(entry.voice().language(), "");
    }

    /// Another one as soon as anything that is heard changes.
    private static BlobKey key(Entry entry) {
        var what = String.join("\n", entry.speaker().describe(), entry.voice().id(), text(entry));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(what.getBytes(StandardCharsets.UTF_8));
            return BlobKey.of(OWNER, HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
