package dev.parley.hives.reading;

import dev.parley.hives.documents.CleanText;
import dev.parley.hives.documents.Steps;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The lines of a PDF's pages, each with the size of its letters.
final class PdfLines extends PDFTextStripper {
    private static final int MAX_PAGES = 5_000;

    /// A line of a page.
    ///
    /// @param size of its largest letters, points
    /// @param beginsParagraph whether it stands apart from the line above
    record Line(String text, float size, boolean beginsParagraph) {}

    private final int maxCharacters;
    private final Steps steps;
    private final List<List<Line>> pages = new ArrayList<>();
    private List<Line> page = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private float size;
    private boolean beginsParagraph;
    private int characters;
    private int count;

    PdfLines(int maxCharacters, Steps steps) {
        this.maxCharacters = maxCharacters;
        this.steps = steps;
        setSuppressDuplicateOverlappingText(true);
        setEndPage(MAX_PAGES);
    }

    void read(PDDocument pdf) throws IOException {
        count = Math.min(pdf.getNumberOfPages(), MAX_PAGES);
        writeText(pdf, Writer.nullWriter());
    }

    List<List<Line>> pages() {
        return pages;
    }

    @Override
    public void processPage(PDPage next) throws IOException {
        if (characters < maxCharacters) {
            super.processPage(next);
        }
    }

    @Override
    protected void startPage(PDPage next) {
        page = new ArrayList<>();
        pages.add(page);
    }

    @Override
    protected void endPage(PDPage ended) {
        endLine();
        steps.at(pages.size(), Math.max(count, pages.size()));
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        characters += text.length();
        if (characters > maxCharacters) {
            return;
        }
        line.append(text);
        for (var position : positions) {
            size = Math.max(size, position.getFontSizeInPt());
        }
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
        beginsParagraph = true;
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    private void endLine() {
        var text = CleanText.line(line.toString());
        if (!text.isEmpty()) {
            page.add(new Line(text, size, beginsParagraph));
            beginsParagraph = false;
        }
        line.setLength(0);
        size = 0;
    }
}
