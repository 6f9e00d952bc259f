package dev.parley.providers.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// The loaded model: pieces of words in, the mean of what it makes of them out. Each question is
/// answered by the thread that asks it.
final class BertSession implements AutoCloseable {
    static final int DIMENSIONS = 384;
    private static final int MAX_PIECES = 256;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private BertSession(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    static BertSession load() {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var vocabulary = file("/bert-vocabulary-en.txt");
                var model = file("/all-minilm-l6-v2-q.onnx")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // the arena would keep the memory of the longest text for ever
            options.setCPUArenaAllocator(false);
            var session = environment.createSession(model.readAllBytes(), options);
            return new BertSession(environment, session, WordPieces.read(vocabulary));
        } catch (OrtException e) {
            throw MiniLm.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float[] embed(String text) {
        var ids = pieces.of(text, MAX_PIECES);
        var all = new long[ids.length];
        Arrays.fill(all, 1);
        try (var asked = tensor(ids);
                var mask = tensor(all);
                var types = tensor(new long[ids.length]);
                var answer =
                        session.run(
                                Map.of(
                                        "input_ids", asked,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return mean(((OnnxTensor) answer.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw MiniLm.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw MiniLm.failure(e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] mean(FloatBuffer states) {
        var sum = new float[DIMENSIONS];
        var state = new float[DIMENSIONS];
        while (states.remaining() >= DIMENSIONS) {
            states.get(state);
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += state[i];
            }
        }
        return Vectors.normal(sum);
    }

    private static InputStream file(String name) {
        var file = OrtEnvironment.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("The model is not among the libraries: " + name);
        }
        return file;
    }
}
