package dev.parley.hives.passages;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Section;
import java.util.ArrayList;
import java.util.List;

/// Cuts a document into passages of about 170 words. Paragraphs, lists and tables stay whole where
/// they fit; short neighbours under one heading become one passage.
public final class CutPassages {
    private static final int USUAL = 170;
    private static final int MAX = 220;
    private static final int SHORT = 60;

    /// A section of fewer words says too little to be found by itself.
    private static final int BRIEF = 20;

    private final List<Passage> passages = new ArrayList<>();
    private final int most;
    private final StringBuilder body = new StringBuilder();
    private List<String> headings = List.of();
    private int words;

    private CutPassages(int most) {
        this.most = most;
    }

    /// @param most passages there is room for; the rest of the document is left out
    public static List<Passage> run(Document document, int most) {
        var cut = new CutPassages(most);
        var sections = document.sections();
        for (int i = 0; i < sections.size() && cut.passages.size() < most; ) {
            int end = shortNeighbours(sections, i);
            if (end - i > 1) {
                cut.together(sections.subList(i, end));
            } else {
                cut.alone(sections.get(i));
            }
            i = Math.max(end, i + 1);
        }
        return List.copyOf(cut.passages);
    }

    /// How far sections go on that are short and stand below the same heading as the one at
    /// `begin`.
    private static int shortNeighbours(List<Section> sections, int begin) {
        var parent = parent(sections.get(begin));
        int end = begin;
        while (end < sections.size()
                && parent.equals(parent(sections.get(end)))
                && !sections.get(end).headings().isEmpty()
                && Words.count(sections.get(end).text()) <= BRIEF) {
            end++;
        }
        return end;
    }

    private static List<String> parent(Section section) {
        var headings = section.headings();
        return headings.isEmpty() ? headings : headings.subList(0, headings.size() - 1);
    }

    /// The headings of the sections become part of the text, so that each is found by its own.
    private void together(List<Section> sections) {
        headings = parent(sections.getFirst());
        for (var section : sections) {
            add(section.headings().getLast() + "\n" + section.text().replace("\n\n", "\n"));
        }
        end();
    }

    private void alone(Section section) {
        headings = section.headings();
        var blocks = section.text().split("\n\n");
        for (int i = 0; i < blocks.length; i++) {
            var block = blocks[i];
            // a question stays with its answer
            if (i + 1 < blocks.length && block.endsWith("?") && Words.count(block) <= SHORT) {
                block = block + "\n" + blocks[++i];
            }
            add(block);
        }
        end();
    }

    private void add(String block) {
        for (var piece : Words.pieces(block, USUAL, MAX)) {
            int more = Words.count(piece);
            if (words > 0 && words + more > USUAL && !(words < SHORT && words + more <= MAX)) {
                end();
            }
            body.append(body.isEmpty() ? "" : "\n\n").append(piece);
            words += more;
        }
    }

    private void end() {
        if (words > 0 && passages.size() < most) {
            passages.add(new Passage(passages.size(), headings, body.toString()));
        }
        body.setLength(0);
        words = 0;
    }
}
