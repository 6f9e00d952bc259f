package dev.parley.hives.reading;

import dev.parley.hives.documents.CleanText;
import dev.parley.hives.documents.Outline;
import dev.parley.hives.documents.TableRows;
import java.util.ArrayList;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// The text below an element as headings and blocks, in the order it is read in.
final class HtmlBlocks implements NodeFilter {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "menu", "details", "address");

    private static final Set<String> PARTS = Set.of("tr", "thead", "tbody", "tfoot");

    private final Outline outline;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder block = new StringBuilder();
    private int lists;
    private @Nullable TableRows rows;

    private HtmlBlocks(Outline outline) {
        this.outline = outline;
    }

    static void read(Element element, Outline outline) {
        var blocks = new HtmlBlocks(outline);
        element.filter(blocks);
        blocks.endBlock();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (outline.isFull()) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            line.append(text.getWholeText().replace('\n', ' '));
        } else if (node instanceof Element element) {
            return begin(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock() && !isPart(element)) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    /// Whether an element only holds a table together whose rows are read.
    private boolean isPart(Element element) {
        return rows != null && PARTS.contains(element.normalName());
    }

    private FilterResult begin(Element element) {
        var name = element.normalName();
        if (name.equals("br")) {
            endLine("\n");
            return FilterResult.CONTINUE;
        }
        if (isHeading(name)) {
            endBlock();
            outline.heading(name.charAt(1) - '0', element.text());
            return FilterResult.SKIP_CHILDREN;
        }
        if (name.equals("tr") && element.selectFirst("table, ul, ol, h1, h2, h3, h4") == null) {
            row(element);
            return FilterResult.SKIP_CHILDREN;
        }
        if (element.isBlock() && !isPart(element)) {
            beginBlock(name);
        } else if (name.equals("td") || name.equals("th")) {
            endLine("\n");
        }
        return FilterResult.CONTINUE;
    }

    private void beginBlock(String name) {
        if (LISTS.contains(name)) {
            if (lists == 0 && !isLeadIn()) {
                endBlock();
            }
            endLine("\n");
            lists++;
        } else if (lists > 0) {
            endLine(name.equals("dd") ? ": " : "\n");
        } else {
            endBlock();
        }
    }

    private void end(Element element) {
        var name = element.normalName();
        if (LISTS.contains(name)) {
            lists--;
        }
        if (lists == 0 && !(name.equals("p") && isLeadIn())) {
            endBlock();
        } else if (!name.equals("dt")) {
            endLine("\n");
        }
    }

    /// Whether what was read last announces a list.
    private boolean isLeadIn() {
        var said = (line.isEmpty() ? block : line).toString().stripTrailing();
        return said.endsWith(":");
    }

    private void row(Element element) {
        var table = rows;
        if (table == null) {
            endBlock();
            table = new TableRows();
            rows = table;
        }
        var cells = new ArrayList<String>();
        for (var cell : element.children()) {
            cells.add(CleanText.line(cell.text()));
        }
        table.add(cells, element.children().stream().allMatch(cell -> cell.nameIs("th")));
    }

    private void endRows() {
        var table = rows;
        rows = null;
        if (table != null) {
            outline.block(table.text());
        }
    }

    private void endLine(String separator) {
        var text = CleanText.line(line.toString());
        line.setLength(0);
        if (!text.isEmpty()) {
            block.append(text).append(separator);
        }
    }

    private void endBlock() {
        endRows();
        endLine("\n");
        if (!block.isEmpty()) {
            outline.block(block.toString());
            block.setLength(0);
        }
    }

    private static boolean isHeading(String name) {
        return name.length() == 2
                && name.charAt(0) == 'h'
                && name.charAt(1) >= '1'
                && name.charAt(1) <= '6';
    }
}
