package dev.parley.brains.doing;

import dev.parley.brains.offers.Quantity;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;
import java.util.ArrayList;
import java.util.List;

/// An order in the caller's own words, parted into things and how many of each.
final class FreeItems {
    /// @param name what is wanted
    record Item(String name, int quantity) {}

    private FreeItems() {}

    static List<Item> of(String words) {
        var said = Utterance.of(words);
        var language = Languages.of(words, Language.ENGLISH);
        var items = new ArrayList<Item>();
        int from = 0;
        for (int at = 0; at <= said.size(); at++) {
            boolean joint = at < said.size() && said.lengthAt(Cue.JOINT, at) > 0;
            boolean paused = at > from && said.pausesAfter(at - 1);
            if (at == said.size() || joint || paused) {
                add(items, said, from, at, language);
                from = joint ? at + 1 : at;
            }
        }
        return items;
    }

    private static void add(List<Item> items, Utterance said, int from, int to, Language language) {
        if (from >= to) {
            return;
        }
        var count = Quantity.at(said, from, language).filter(quantity -> quantity.to() < to);
        int start = count.map(Quantity::to).orElse(from);
        items.add(new Item(said.slice(start, to), count.map(Quantity::count).orElse(1)));
    }
}
