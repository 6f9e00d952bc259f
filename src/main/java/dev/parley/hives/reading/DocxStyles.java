package dev.parley.hives.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// Which styles of a Word document are headings, and of what level.
final class DocxStyles implements DocxReader.Elements {
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final int MAX_STYLES = 5_000;

    private final Map<String, Integer> levels = new HashMap<>();
    private String style = "";

    /// The level of headings in `style`, from 1; 0 for what is no heading.
    int level(String asked) {
        return levels.getOrDefault(asked, 0);
    }

    @Override
    public void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> style = DocxText.value(xml, "styleId");
            case "name" -> name(DocxText.value(xml, "val").toLowerCase(Locale.ROOT));
            case "outlineLvl" -> outline(DocxText.value(xml, "val"));
            default -> {
                // looks
            }
        }
    }

    private void name(String name) {
        var heading = HEADING.matcher(name);
        if (heading.matches()) {
            levels.put(style, Integer.parseInt(heading.group(1)));
        } else if (name.equals("title")) {
            levels.put(style, 1);
        }
    }

    private void outline(String level) {
        if (level.matches("[0-8]")) {
            levels.putIfAbsent(style, Integer.parseInt(level) + 1);
        }
    }

    @Override
    public void end(String name) {
        // every style stands by itself
    }

    @Override
    public void text(String text) {
        // styles have none
    }

    @Override
    public boolean isEnough() {
        return levels.size() > MAX_STYLES;
    }
}
