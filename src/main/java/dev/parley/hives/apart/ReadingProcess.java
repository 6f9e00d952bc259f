package dev.parley.hives.apart;

import dev.parley.hives.documents.Unreadable;
import dev.parley.hives.reading.Readers;
import dev.parley.platform.json.Json;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The process that reads documents. It is told files on its standard input and answers on its
/// standard output; when its input ends, so does it, whatever it is doing.
///
/// Both ways a message is its length and so many bytes of JSON. A negative number and a second one
/// in the place of a length say how far it has come; the first ones, that it is ready.
final class ReadingProcess {
    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt");

    private final DataOutputStream out;
    private final int maxCharacters;

    private ReadingProcess(DataOutputStream out, int maxCharacters) {
        this.out = out;
        this.maxCharacters = maxCharacters;
    }

    /// @param arguments what is kept of a document, characters
    public static void main(String[] arguments) throws IOException {
        // libraries that print must not be taken for an answer
        var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        URL.setURLStreamHandlerFactory(ReadingProcess::handler);
        var process = new ReadingProcess(new DataOutputStream(out), Integer.parseInt(arguments[0]));
        process.tell(1, 1);
        var in = new DataInputStream(System.in);
        try (var reader = Executors.newSingleThreadExecutor()) {
            while (true) {
                var question = in.readNBytes(in.readInt());
                reader.execute(() -> process.answer(question));
            }
        } catch (EOFException _) {
            // nobody asks any more: what is being read is read for nobody
            Runtime.getRuntime().halt(0);
        }
    }

    /// Whatever a document points to, nothing is fetched (F2): addresses can be taken apart, no
    /// more.
    private static @Nullable URLStreamHandler handler(String protocol) {
        return LOCAL.contains(protocol) ? null : new Refusal();
    }

    private static final class Refusal extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("Nothing is fetched here");
        }
    }

    private void answer(byte[] question) {
        try {
            var source =
                    Json.stored(new String(question, StandardCharsets.UTF_8), Readers.Source.class);
            var answer = Json.bytes(read(source));
            synchronized (out) {
                out.writeInt(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply read(Readers.Source source) {
        try {
            return new Reply(Readers.read(source, maxCharacters, this::tell), null);
        } catch (Unreadable e) {
            return new Reply(null, e.getMessage());
        } catch (RuntimeException _) {
            return new Reply(null, "The document is damaged");
        }
    }

    private void tell(int done, int total) {
        try {
            synchronized (out) {
                out.writeInt(-done);
                out.writeInt(total);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
