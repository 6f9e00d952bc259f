package dev.parley.hives.reading;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Steps;
import dev.parley.hives.documents.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads documents of every kind. They come from anybody: whoever calls this has to expect that it
/// takes all the memory and time there is, see [dev.parley.hives.apart.ReadApart].
public final class Readers {
    /// What is read of one text at all; the rest would be cut anyway.
    private static final int MAX_BYTES = 24 << 20;

    private Readers() {}

    /// A document in a file.
    ///
    /// @param address where a page is from, for the links in it; empty for files
    /// @param charset what a web server says of a page's encoding
    public record Source(DocumentKind kind, Path file, String address, @Nullable String charset) {}

    /// @param maxCharacters what is kept of its text
    /// @throws Unreadable when nothing can be made of it
    public static Document read(Source source, int maxCharacters, Steps steps) throws Unreadable {
        try {
            return switch (source.kind()) {
                case PDF -> PdfReader.read(source.file(), maxCharacters, steps);
                case DOCX -> DocxReader.read(source.file(), maxCharacters);
                case TEXT -> TextReader.read(bytes(source), maxCharacters);
                case MARKDOWN -> MarkdownReader.read(bytes(source), maxCharacters);
                case HTML ->
                        HtmlReader.read(
                                bytes(source), source.charset(), source.address(), maxCharacters);
            };
        } catch (IOException _) {
            throw new Unreadable("The document is damaged");
        } catch (StackOverflowError _) {
            throw new Unreadable("The document is nested too deeply");
        }
    }

    private static byte[] bytes(Source source) throws IOException {
        try (var in = Files.newInputStream(source.file())) {
            return in.readNBytes(MAX_BYTES);
        }
    }
}
