package dev.parley.files.kinds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text: no byte that only binary files have, and what its kind begins with. The whole file is
/// read, a piece at a time.
enum TextForm implements FileKind.Form {
    PLAIN {
        @Override
        Optional<String> ofItsKind(Bytes bytes) {
            return Optional.empty();
        }
    },
    HTML {
        @Override
        Optional<String> ofItsKind(Bytes bytes) {
            return bytes.head().contains("<")
                    ? Optional.empty()
                    : Optional.of("The file is no web page");
        }
    },
    SVG {
        @Override
        Optional<String> ofItsKind(Bytes bytes) {
            return DRAWING.matcher(bytes.head()).find() && DRAWN.matcher(bytes.tail()).find()
                    ? Optional.empty()
                    : Optional.of("The file is no SVG drawing");
        }
    },
    JSON {
        @Override
        Optional<String> ofItsKind(Bytes bytes) throws IOException {
            // the parser may close the channel, which the caller still needs
            bytes.channel().position(0);
            try (var parser = READER.createParser(Channels.newInputStream(bytes.channel()))) {
                parser.disable(com.fasterxml.jackson.core.JsonParser.Feature.AUTO_CLOSE_SOURCE);
                int depth = 0;
                int values = 0;
                for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                    values += depth == 0 ? 1 : 0;
                }
                return values == 1 ? Optional.empty() : Optional.of("The file is no JSON value");
            } catch (JsonProcessingException _) {
                return Optional.of("The file is not valid JSON");
            }
        }
    };

    private static final JsonFactory READER = new JsonFactory();
    private static final Pattern DRAWING = Pattern.compile("(?i)<(\\w+:)?svg[\\s>]");
    private static final Pattern DRAWN =
            Pattern.compile("(?is)</(\\w+:)?svg\\s*>\\s*(<!--[^>]*-->\\s*)*$");
    private static final int PIECE = 64 << 10;

    /// What is wrong with a text as a text of this kind.
    abstract Optional<String> ofItsKind(Bytes bytes) throws IOException;

    @Override
    public Optional<String> fault(Bytes bytes) throws IOException {
        return isText(bytes) ? ofItsKind(bytes) : Optional.of("The file is not text");
    }

    private static boolean isText(Bytes bytes) throws IOException {
        var buffer = ByteBuffer.allocate(PIECE);
        long at = 0;
        for (int count; (count = bytes.channel().read(buffer.clear(), at)) > 0; at += count) {
            for (int i = 0; i < count; i++) {
                if (isBinary(buffer.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// A control character that no text in any ASCII-based encoding has.
    private static boolean isBinary(byte b) {
        return b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 27;
    }
}
