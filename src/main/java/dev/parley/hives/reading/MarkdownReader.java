package dev.parley.hives.reading;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Outline;
import dev.parley.hives.documents.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/// Markdown: its headings, paragraphs, lists and tables; marks for looks are dropped. A whole
/// grammar is not needed for what it says.
final class MarkdownReader {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+([^#]*+).*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,4}[.)])\\s+.*");
    private static final Pattern RULE = Pattern.compile("\\s*\\|?[\\s:|-]*-[\\s:|-]*");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)\\s*");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\]\\[]{0,500})]\\([^)]{0,1000}\\)");
    private static final Pattern MARKS = Pattern.compile("\\*{1,3}|_{2,3}|`+|~~");
    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");

    private final Outline outline;
    private final List<String> block = new ArrayList<>();
    private boolean isFenced;

    private MarkdownReader(Outline outline) {
        this.outline = outline;
    }

    static Document read(byte[] bytes, int maxCharacters) {
        var reader = new MarkdownReader(new Outline(maxCharacters));
        var lines = TextReader.decoded(bytes).lines().iterator();
        boolean isFirst = true;
        while (lines.hasNext() && !reader.outline.isFull()) {
            var line = lines.next();
            if (isFirst && line.strip().equals("---")) {
                while (lines.hasNext() && !lines.next().strip().equals("---")) {
                    // what a site generator wants to know is not what the document says
                }
            } else {
                reader.line(line);
            }
            isFirst = false;
        }
        reader.flush();
        return Document.of(reader.outline.firstHeading(), reader.outline);
    }

    private void line(String line) {
        if (FENCE.matcher(line).matches()) {
            isFenced = !isFenced;
        } else if (isFenced) {
            block.add(line);
        } else if (line.isBlank()) {
            flush();
        } else if (HEADING.matcher(line).matches()) {
            flush();
            var heading = HEADING.matcher(line);
            heading.matches();
            outline.heading(heading.group(1).length(), plain(heading.group(2)));
        } else if (block.size() == 1 && isUnderlined(line)) {
            outline.heading(line.strip().startsWith("=") ? 1 : 2, plain(block.getFirst()));
            block.clear();
        } else {
            add(line);
        }
    }

    private boolean isUnderlined(String line) {
        return UNDERLINE.matcher(line).matches() && !block.getFirst().contains("|");
    }

    /// Lines of a paragraph are one line; items and rows are lines of their own.
    private void add(String line) {
        boolean isOwn = ITEM.matcher(line).matches() || isRow(line);
        if (isOwn || block.isEmpty() || isRow(block.getLast())) {
            block.add(line);
        } else {
            block.set(block.size() - 1, block.getLast() + " " + line.strip());
        }
    }

    private static boolean isRow(String line) {
        return line.strip().startsWith("|");
    }

    private void flush() {
        if (block.isEmpty()) {
            return;
        }
        if (block.stream().allMatch(MarkdownReader::isRow)) {
            outline.block(table());
        } else {
            outline.block(String.join("\n", block.stream().map(MarkdownReader::plain).toList()));
        }
        block.clear();
    }

    private String table() {
        var rows = new TableRows();
        boolean hasNames = block.size() > 1 && RULE.matcher(block.get(1)).matches();
        for (int i = 0; i < block.size(); i++) {
            if (!RULE.matcher(block.get(i)).matches()) {
                rows.add(cells(block.get(i)), hasNames && i == 0);
            }
        }
        return rows.text();
    }

    private static List<String> cells(String row) {
        var inside = row.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inside.split("\\|", -1)).map(cell -> plain(cell).strip()).toList();
    }

    private static String plain(String text) {
        var plain = LINK.matcher(text).replaceAll("$1");
        plain = MARKS.matcher(plain).replaceAll("").replaceFirst("^\\s*>+\\s?", "");
        return plain.indexOf('<') < 0 ? plain : Jsoup.parseBodyFragment(plain).text();
    }
}
