package dev.parley.hives.reading;

import dev.parley.hives.documents.Outline;
import dev.parley.hives.reading.PdfLines.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes headings and paragraphs of lines: by the size of letters, and by how full lines are. What
/// stands at the edge of most pages is no text of the document.
final class PdfLayout {
    private static final float LARGER = 1.15f;
    private static final int MAX_HEADING = 120;
    private static final int EDGE = 2;
    private static final int LEAST_PAGES = 3;

    /// Below so many lines a page has no edges.
    private static final int LEAST_LINES = 6;

    private static final double FULL = 0.6;
    private static final Pattern ITEM =
            Pattern.compile("(?:[\\u2022\\u25AA\\u25CF\\u25E6\\u2013*-]|\\d{1,3}[.)])\\s.*");
    private static final Pattern HYPHENATED = Pattern.compile(".*\\p{Ll}-");

    private final List<List<Line>> pages;
    private final Set<String> edges;
    private final float usual;
    private final List<Float> larger;
    private final int fullLength;

    PdfLayout(List<List<Line>> pages) {
        this.pages = pages;
        var sizes = new HashMap<Float, Integer>();
        lines().forEach(line -> sizes.merge(rounded(line), line.text().length(), Integer::sum));
        this.usual =
                sizes.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0f);
        var found = new TreeSet<Float>(sizes.keySet());
        this.larger = List.copyOf(found.tailSet(usual * LARGER, true).descendingSet());
        var lengths = lines().mapToInt(line -> line.text().length()).sorted().toArray();
        this.fullLength = lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
        this.edges = edges(pages);
    }

    void write(Outline outline) {
        var block = new StringBuilder();
        for (var page : pages) {
            for (int i = 0; i < page.size(); i++) {
                var line = page.get(i);
                if (!isEdge(page, i)) {
                    add(outline, block, line);
                }
            }
        }
        end(outline, block);
    }

    private void add(Outline outline, StringBuilder block, Line line) {
        if (isHeading(line)) {
            end(outline, block);
            outline.heading(Math.min(6, larger.indexOf(rounded(line)) + 1), line.text());
            return;
        }
        if (line.beginsParagraph() && !block.isEmpty() && !isHyphenated(block)) {
            // a page's end is no paragraph's end
            if (isSentenceEnd(block) || !isFull(block)) {
                end(outline, block);
            }
        }
        append(block, line.text());
    }

    private void append(StringBuilder block, String text) {
        if (block.isEmpty()) {
            block.append(text);
        } else if (isHyphenated(block) && Character.isLowerCase(text.codePointAt(0))) {
            block.setLength(block.length() - 1);
            block.append(text);
        } else {
            boolean isOwn = ITEM.matcher(text).matches() || !isFull(block);
            block.append(isOwn ? '\n' : ' ').append(text);
        }
    }

    /// Whether the last line so far went to the margin, so that the next continues it.
    private boolean isFull(StringBuilder block) {
        int begin = block.lastIndexOf("\n") + 1;
        return block.length() - begin >= fullLength * FULL;
    }

    private static boolean isHyphenated(StringBuilder block) {
        int end = block.length();
        return HYPHENATED.matcher(block.substring(Math.max(0, end - 8))).matches();
    }

    private static boolean isSentenceEnd(StringBuilder block) {
        return ".!?:;".indexOf(block.charAt(block.length() - 1)) >= 0;
    }

    private static void end(Outline outline, StringBuilder block) {
        outline.block(block.toString());
        block.setLength(0);
    }

    private boolean isHeading(Line line) {
        return line.size() >= usual * LARGER && line.text().length() <= MAX_HEADING;
    }

    private boolean isEdge(List<Line> page, int i) {
        return page.size() >= LEAST_LINES
                && (i < EDGE || i >= page.size() - EDGE)
                && edges.contains(key(page.get(i)));
    }

    private Set<String> edges(List<List<Line>> pages) {
        if (pages.size() < LEAST_PAGES) {
            return Set.of();
        }
        var counts = new HashMap<String, Integer>();
        for (var page : pages) {
            var seen = new HashSet<String>();
            for (int i = 0; i < page.size(); i++) {
                if (i < EDGE || i >= page.size() - EDGE) {
                    seen.add(key(page.get(i)));
                }
            }
            seen.forEach(text -> counts.merge(text, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count * 2 < pages.size());
        return counts.keySet();
    }

    /// What lines have in common that differ in the number of the page; headings are counted on
    /// purpose.
    private String key(Line line) {
        return isHeading(line) ? line.text() : line.text().replaceAll("\\d+", "#");
    }

    private Stream<Line> lines() {
        return pages.stream().flatMap(List::stream);
    }

    private static float rounded(Line line) {
        return Math.round(line.size() * 2) / 2f;
    }
}
