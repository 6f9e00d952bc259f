package dev.parley.hives.documents;

import java.util.ArrayList;
import java.util.List;

/// The sections of a document while it is read from its top to its end.
public final class Outline {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_HEADING = 160;

    private final int maxCharacters;
    private final List<Section> sections = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int characters;

    /// @param maxCharacters what is kept of the document; the rest is left out
    public Outline(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /// A heading; those of its level and below end here.
    ///
    /// @param level 1 for the outermost
    public void heading(int level, String heading) {
        var clean = CleanText.line(heading);
        if (clean.isEmpty() || isFull()) {
            return;
        }
        flush();
        while (!levels.isEmpty() && levels.getLast() >= level || levels.size() == MAX_DEPTH) {
            levels.removeLast();
            headings.removeLast();
        }
        levels.add(level);
        headings.add(clean.length() > MAX_HEADING ? clean.substring(0, MAX_HEADING) : clean);
    }

    /// A paragraph, or another block whose lines belong together.
    public void block(String block) {
        if (isFull()) {
            return;
        }
        var clean = CleanText.lines(block);
        if (clean.isEmpty()) {
            return;
        }
        if (characters + clean.length() > maxCharacters) {
            clean = clean.substring(0, maxCharacters - characters);
            characters = maxCharacters;
        }
        characters += clean.length();
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
        text.append(clean);
    }

    /// Whether there is no room for more.
    public boolean isFull() {
        return characters >= maxCharacters;
    }

    public List<Section> sections() {
        flush();
        return List.copyOf(sections);
    }

    /// The first heading; empty when there is none.
    public String firstHeading() {
        flush();
        return sections.stream()
                .filter(section -> !section.headings().isEmpty())
                .map(section -> section.headings().getFirst())
                .findFirst()
                .orElse("");
    }

    private void flush() {
        if (!text.isEmpty()) {
            sections.add(new Section(List.copyOf(headings), text.toString()));
            text.setLength(0);
        }
    }
}
