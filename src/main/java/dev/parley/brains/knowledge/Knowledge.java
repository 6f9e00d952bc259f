package dev.parley.brains.knowledge;

import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What an agent knows, found by asking: BM25 over stems and concepts, with a floor under which it
/// knows nothing.
public final class Knowledge {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_WEIGHT = 0.6;
    private static final double ENOUGH_COVERED = 0.55;
    private static final double CLOSE_TO_BEST = 0.85;
    private static final int MOST_OF_A_LIST = 5;

    /// Questions about these are answered only by passages that speak of them.
    private static final Set<String> DECISIVE = Set.of("#price", "#hours");

    /// Words that narrow a question but are no subject by themselves.
    private static final Set<String> INCIDENTAL = Set.of("#day");

    /// What narrows a question only a little: where one parks is a question about parking.
    private static final Set<String> SLIGHT = Set.of("#address");

    private static final double SLIGHT_WORTH = 0.4;

    /// Something an agent knows and may quote.
    ///
    /// @param text one or two sentences, as they would be spoken
    /// @param source where it was written; passages of one list share it and begin with `list:`
    /// @param about words that lead to it although it lacks them, for example its heading
    public record Passage(String text, String source, String about) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final double averageLength;

    private record Entry(
            Passage passage, int place, Map<String, Integer> counts, int length, String written) {}

    private record Question(List<Stems.Term> terms, String written) {
        boolean asks(String concept) {
            return terms.stream().anyMatch(term -> term.meaning().equals(concept));
        }
    }

    private record Hit(Passage passage, int place, double score, double covered) {}

    public Knowledge(List<Passage> passages) {
        for (var passage : passages) {
            var counts = new HashMap<String, Integer>();
            var stems = Stems.index(passage.text() + ' ' + passage.about());
            stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
            entries.add(
                    new Entry(
                            passage,
                            entries.size(),
                            counts,
                            stems.size(),
                            written(passage.text())));
            counts.keySet().forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        }
        averageLength = entries.stream().mapToInt(Entry::length).average().orElse(1);
    }

    /// What answers `question`, best first: one passage, two that answer equally well, or the items
    /// of one list. Empty when nothing does.
    public List<Passage> answer(String question) {
        var asked =
                new Question(Stems.terms(question).stream().distinct().toList(), written(question));
        boolean hasSubject = asked.terms.stream().anyMatch(t -> !INCIDENTAL.contains(t.meaning()));
        if (!hasSubject) {
            return List.of();
        }
        var hits =
                entries.stream()
                        .map(entry -> hit(entry, asked))
                        .filter(hit -> hit.covered >= ENOUGH_COVERED)
                        .sorted(Comparator.comparingDouble(Hit::score).reversed())
                        .toList();
        return hits.isEmpty() ? List.of() : best(hits);
    }

    private static List<Passage> best(List<Hit> hits) {
        var first = hits.getFirst();
        var close = hits.stream().filter(hit -> hit.score >= first.score * CLOSE_TO_BEST);
        var list = first.passage.source();
        if (list.startsWith("list:")) {
            var items = close.filter(hit -> hit.passage.source().equals(list));
            return passages(items.sorted(Comparator.comparingInt(Hit::place)), MOST_OF_A_LIST);
        }
        return passages(close.filter(hit -> !hit.passage.source().startsWith("list:")), 2);
    }

    private static List<Passage> passages(Stream<Hit> hits, int most) {
        return hits.map(Hit::passage).distinct().limit(most).toList();
    }

    private Hit hit(Entry entry, Question question) {
        double score = 0;
        double wanted = 0;
        double covered = 0;
        var meanings = new HashSet<String>();
        for (var term : question.terms) {
            score += weight(entry, term.stem());
            if (!meanings.add(term.meaning()) || INCIDENTAL.contains(term.meaning())) {
                continue;
            }
            score += term.isConcept() ? weight(entry, term.meaning()) : 0;
            boolean has = entry.counts.containsKey(term.meaning());
            if (!has && DECISIVE.contains(term.meaning())) {
                return new Hit(entry.passage, entry.place, 0, 0);
            }
            double worth = worth(entry, term, question);
            wanted += worth;
            covered += has ? worth : 0;
        }
        return new Hit(entry.passage, entry.place, score, wanted == 0 ? 0 : covered / wanted);
    }

    /// How much of `question` stays unanswered without `term`. Words of another language cannot be
    /// found, so concepts decide; except for prices, where the word says of what.
    private double worth(Entry entry, Stems.Term term, Question question) {
        if (term.isConcept()) {
            return SLIGHT.contains(term.meaning()) ? SLIGHT_WORTH : 1;
        }
        boolean foreign = !question.written.equals(entry.written) && !question.asks("#price");
        return foreign ? SLIGHT_WORTH : Math.max(rarity(term.meaning()), 1);
    }

    private static String written(String text) {
        boolean devanagari = Languages.isDevanagari(text);
        return devanagari ? "Devanagari" : Languages.of(text, Language.ENGLISH).name();
    }

    private double weight(Entry entry, String stem) {
        int count = entry.counts.getOrDefault(stem, 0);
        double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * entry.length / averageLength;
        return rarity(stem) * count * (SATURATION + 1) / (count + SATURATION * length);
    }

    private double rarity(String stem) {
        int passages = frequency.getOrDefault(stem, 0);
        return Math.log(1 + (entries.size() - passages + 0.5) / (passages + 0.5));
    }
}
