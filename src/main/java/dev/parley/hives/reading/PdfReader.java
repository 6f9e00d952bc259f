package dev.parley.hives.reading;

import dev.parley.hives.documents.CleanText;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Outline;
import dev.parley.hives.documents.Steps;
import dev.parley.hives.documents.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// PDF, page by page. Pictures, forms, scripts and embedded files are never looked at.
final class PdfReader {
    private static final long MEMORY = 32L << 20;
    private static final long DISK = 128L << 20;

    private PdfReader() {}

    static Document read(Path file, int maxCharacters, Steps steps) throws IOException, Unreadable {
        var cache = MemoryUsageSetting.setupMixed(MEMORY, DISK).streamCache;
        try (var bytes = new RandomAccessReadBufferedFile(file.toFile());
                var pdf = Loader.loadPDF(bytes, "", null, null, cache)) {
            var pages = new PdfLines(maxCharacters, steps);
            pages.read(pdf);
            var outline = new Outline(maxCharacters);
            new PdfLayout(pages.pages()).write(outline);
            if (outline.sections().isEmpty()) {
                throw new Unreadable("The PDF holds no text; pictures of pages are not read");
            }
            var info = pdf.getDocumentInformation().getTitle();
            var title = info == null ? "" : CleanText.line(info);
            return Document.of(title.isEmpty() ? outline.firstHeading() : title, outline);
        } catch (InvalidPasswordException _) {
            throw new Unreadable("The PDF is protected by a password");
        } catch (RuntimeException _) {
            // whatever a library stumbles over in a broken file
            throw new Unreadable("The PDF is damaged");
        }
    }
}
