package dev.parley.providers.recognition;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.recognition.SpeechToText.Hint;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Writes speech down in this process, with whisper.cpp and a model the operator names. Loaded when
/// it is first needed; one piece of speech at a time, because each takes every core it finds.
final class WhisperTranscriber implements Transcriber {
    private static final float FULL = 32_768f;

    private final Path model;
    private final Semaphore turn = new Semaphore(1, true);
    private @Nullable Loaded loaded;

    private record Loaded(WhisperJNI library, WhisperContext context) {}

    WhisperTranscriber(Path model) {
        this.model = model;
    }

    @Override
    public String describe() {
        return "whisper.cpp with " + model.getFileName();
    }

    @Override
    public String transcribe(short[] samples, int count, Hint hint) {
        turn.acquireUninterruptibly();
        try {
            var whisper = load();
            var text = new StringBuilder();
            try (var state = whisper.library().initState(whisper.context())) {
                var sound = floats(samples, count);
                int result =
                        whisper.library()
                                .fullWithState(
                                        whisper.context(), state, params(hint), sound, count);
                if (result != 0) {
                    throw new ProviderFailure(Reason.GARBAGE, "whisper.cpp fails: " + result);
                }
                int segments = whisper.library().fullNSegmentsFromState(state);
                for (int i = 0; i < segments; i++) {
                    text.append(whisper.library().fullGetSegmentTextFromState(state, i));
                }
            }
            return text.toString();
        } finally {
            turn.release();
        }
    }

    private Loaded load() {
        var ready = loaded;
        if (ready == null) {
            try {
                WhisperJNI.loadLibrary();
                WhisperJNI.setLibraryLogger(null);
                var library = new WhisperJNI();
                ready = new Loaded(library, library.initNoState(model));
                loaded = ready;
            } catch (IOException | UnsatisfiedLinkError e) {
                throw new ProviderFailure(
                        Reason.REFUSED,
                        "whisper.cpp does not start with " + model.getFileName(),
                        e);
            }
        }
        return ready;
    }

    private static WhisperFullParams params(Hint hint) {
        var params = new WhisperFullParams();
        params.language = hint.language().replaceFirst("-.*", "");
        params.noTimestamps = true;
        params.printProgress = false;
        params.initialPrompt =
                hint.keywords().isEmpty() ? null : String.join(", ", hint.keywords());
        return params;
    }

    private static float[] floats(short[] samples, int count) {
        var floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = samples[i] / FULL;
        }
        return floats;
    }
}
