package dev.parley.hives.reading;

import dev.parley.hives.documents.CleanText;
import dev.parley.hives.documents.Outline;
import dev.parley.hives.documents.TableRows;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// The text of a Word document: headings by style, list items as lines of one block, tables row by
/// row. Text that is marked hidden or deleted is left out.
final class DocxText implements DocxReader.Elements {
    private static final int MAX_CELL = 4_000;

    private final Outline outline;
    private final DocxStyles styles;
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder list = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private TableRows rows = new TableRows();
    private int tables;
    private int fallbacks;
    private int level;
    private boolean isItem;
    private boolean isHidden;
    private boolean isText;
    private boolean isNames;

    DocxText(Outline outline, DocxStyles styles) {
        this.outline = outline;
        this.styles = styles;
    }

    /// An attribute by its name, whatever its namespace; empty when there is none.
    static String value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    @Override
    public void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "Fallback" -> fallbacks++;
            case "p" -> beginParagraph();
            case "pStyle" -> level = styles.level(value(xml, "val"));
            case "outlineLvl" -> outlineLevel(value(xml, "val"));
            case "numPr" -> isItem = true;
            case "r" -> isHidden = false;
            case "vanish", "webHidden" -> isHidden = !value(xml, "val").matches("0|false|off");
            case "t" -> isText = true;
            case "tab" -> append(" ");
            case "br", "cr" -> append("\n");
            case "tbl" -> beginTable();
            case "tblHeader" -> isNames = true;
            default -> {
                // looks, and what is no text
            }
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "Fallback" -> fallbacks--;
            case "t" -> isText = false;
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> endTable();
            case "body" -> endList();
            default -> {
                // the same
            }
        }
    }

    @Override
    public void text(String text) {
        if (isText) {
            append(text);
        }
    }

    @Override
    public boolean isEnough() {
        return outline.isFull();
    }

    /// A fallback says again, for older programs, what was said before it.
    private void append(String text) {
        if (!isHidden && fallbacks == 0) {
            paragraph.append(text);
        }
    }

    private void outlineLevel(String value) {
        if (value.matches("[0-8]")) {
            level = Integer.parseInt(value) + 1;
        }
    }

    private void beginParagraph() {
        paragraph.setLength(0);
        level = 0;
        isItem = false;
        isHidden = false;
    }

    private void endParagraph() {
        var text = paragraph.toString();
        paragraph.setLength(0);
        if (text.isBlank()) {
            return;
        }
        if (tables > 0) {
            if (cell.length() < MAX_CELL) {
                cell.append(cell.isEmpty() ? "" : " ").append(text);
            }
        } else if (level > 0) {
            endList();
            outline.heading(level, text);
        } else if (isItem) {
            list.append(text.replace('\n', ' ')).append('\n');
        } else {
            // what announces a list belongs to it
            endList();
            list.append(text);
            if (text.strip().endsWith(":")) {
                list.append('\n');
            } else {
                endList();
            }
        }
    }

    private void endList() {
        if (!list.isEmpty()) {
            outline.block(list.toString());
            list.setLength(0);
        }
    }

    private void beginTable() {
        if (tables++ == 0) {
            endList();
            rows = new TableRows();
            isNames = false;
        }
    }

    private void endCell() {
        if (tables == 1) {
            cells.add(CleanText.line(cell.toString()));
            cell.setLength(0);
        }
    }

    private void endRow() {
        if (tables == 1) {
            // Word's first row nearly always names the columns, marked or not
            rows.add(cells, isNames || cells.size() > 2);
            cells = new ArrayList<>();
            isNames = false;
        }
    }

    private void endTable() {
        if (--tables == 0) {
            outline.block(rows.text());
        }
    }
}
