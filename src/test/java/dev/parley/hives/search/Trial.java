package dev.parley.hives.search;

import dev.parley.hives.HiveId;
import dev.parley.hives.embedding.Windows;
import dev.parley.hives.index.Asked;
import dev.parley.hives.index.Hit;
import dev.parley.hives.index.HiveIndex;
import dev.parley.hives.index.Ranking;
import dev.parley.hives.passages.Passage;
import dev.parley.hives.passages.PassageStore.Kept;
import dev.parley.hives.search.Corpus.Question;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.providers.embeddings.Vectors;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Asks the questions of the corpus and counts what is found.
public final class Trial {
    private final Embeddings model;
    private final Generalities generalities;
    private final Map<String, List<Kept>> passages = new HashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();
    private final Map<String, HiveIndex> hives = new HashMap<>();

    /// By what passages are ordered.
    public enum By {
        TEXT(Hit::text),
        VECTORS(hit -> hit.whole() + hit.piece()),
        BOTH(Hit::score);

        private final ToDoubleFunction<Hit> measure;

        By(ToDoubleFunction<Hit> measure) {
            this.measure = measure;
        }
    }

    /// @param hitAt1 the share of the questions whose first passage answers
    /// @param hitAt3 that of those with an answer among three
    /// @param reciprocalRank the mean of one by the rank of the first answer among ten
    public record Figures(double hitAt1, double hitAt3, double reciprocalRank) {}

    /// @param refused the share of the questions without an answer that get none
    /// @param refusedNear those of them that are of the right kind of business
    /// @param wronglyRefused the share of the questions with an answer that get none
    public record Refusals(double refused, double refusedNear, double wronglyRefused) {}

    public Trial(Embeddings model, List<String> businesses) {
        this.model = model;
        this.generalities = Generalities.of(model);
        businesses.forEach(this::read);
    }

    /// @param isTogether whether all businesses are searched instead of the one that is asked
    public Figures figures(By by, boolean isTogether, Predicate<Question> which) {
        var ranks =
                questions(which.and(Question::isAnswerable)).stream()
                        .mapToInt(question -> rank(question, by, isTogether))
                        .toArray();
        return new Figures(
                IntStream.of(ranks).mapToDouble(rank -> rank == 1 ? 1 : 0).average().orElse(0),
                IntStream.of(ranks).mapToDouble(rank -> rank <= 3 ? 1 : 0).average().orElse(0),
                IntStream.of(ranks)
                        .mapToDouble(rank -> rank <= 10 ? 1.0 / rank : 0)
                        .average()
                        .orElse(0));
    }

    public Refusals refusals(Predicate<Question> which) {
        return new Refusals(
                refused(which.and(question -> !question.isAnswerable())),
                refused(which.and(Question::isNear)),
                refused(which.and(Question::isAnswerable)));
    }

    /// Whether this question belongs to the half by which borders were chosen.
    public static boolean isTraining(Question question) {
        return Corpus.questions().indexOf(question) % 2 == 0;
    }

    public int passages() {
        return passages.values().stream().mapToInt(List::size).sum();
    }

    /// The questions that were asked and what was found first, if it was wrong.
    public List<String> misses() {
        return questions(Question::isAnswerable).stream()
                .filter(question -> rank(question, By.BOTH, false) > 3)
                .map(question -> question.business() + ": " + question.text())
                .toList();
    }

    private double refused(Predicate<Question> which) {
        return questions(which).stream()
                .mapToDouble(question -> {
                    var hits = hits(question, false);
                    boolean isAnswered =
                            !hits.isEmpty() && Confidence.of(hits.getFirst()) >= Findings.ENOUGH;
                    return isAnswered ? 0 : 1;
                })
                .average()
                .orElse(0);
    }

    private List<Question> questions(Predicate<Question> which) {
        return Corpus.questions().stream()
                .filter(question -> passages.containsKey(question.business()))
                .filter(which)
                .toList();
    }

    private int rank(Question question, By by, boolean isTogether) {
        var hits =
                hits(question, isTogether).stream()
                        .filter(hit -> by.measure.applyAsDouble(hit) > 0)
                        .sorted(Comparator.comparingDouble(by.measure).reversed())
                        .toList();
        for (int i = 0; i < hits.size(); i++) {
            var business = hits.get(i).index().hive().value();
            var kept = passages.getOrDefault(business, List.of()).get(hits.get(i).at());
            if (business.equals(question.business())
                    && question.isAnsweredBy(kept.place(), kept.passage().body())) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private List<Hit> hits(Question question, boolean isTogether) {
        var asked = this.asked.computeIfAbsent(question.text(), this::asked);
        var asks =
                isTogether
                        ? List.copyOf(hives.values())
                        : hives.values().stream()
                                .filter(hive -> hive.hive().value().equals(question.business()))
                                .toList();
        return new Ranking(asked, asks).hits();
    }

    private Asked asked(String question) {
        var vector = model.embed(List.of(question)).getFirst();
        return new Asked(question, generalities.without(vector));
    }

    private void read(String business) {
        var hive = new HiveId(business);
        var builder = new HiveIndex.Builder(hive, model);
        var kept =
                Corpus.documents(business).stream()
                        .flatMap(document ->
                                document.passages().stream()
                                        .map(passage -> kept(hive, document, passage)))
                        .toList();
        kept.forEach(builder::add);
        passages.put(business, kept);
        hives.put(business, builder.build());
    }

    private Kept kept(HiveId hive, Corpus.Document document, Passage passage) {
        var windows = Windows.of(document.title(), passage.headings(), passage.body());
        var vectors = Vectors.bytes(model.embedLater(windows));
        return new Kept(
                hive,
                document.name(),
                document.name(),
                document.title(),
                passage,
                vectors,
                model.name());
    }
}
