package dev.parley.hives.search;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.embedding.EmbedHive;
import dev.parley.hives.index.Asked;
import dev.parley.hives.index.Hit;
import dev.parley.hives.index.Ranking;
import dev.parley.hives.passages.PassageStore;
import dev.parley.hives.search.Texts.Key;
import dev.parley.platform.database.Database;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.embeddings.Embeddings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the passages of an organization's hives that answer a question: by their words as soon as
/// the text is in, and by their meaning too once the embeddings are.
public final class SearchHives implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SearchHives.class);
    private static final int LONGEST_QUESTION = 1_000;

    private final HiveIndexes indexes;
    private final Texts texts;
    private final Embeddings model;
    private volatile @Nullable Generalities generalities;

    public SearchHives(
            Database database, PassageStore passages, EmbedHive embedding, Embeddings model) {
        this.texts = new Texts(database);
        this.indexes = new HiveIndexes(database, passages, texts, embedding, model);
        this.model = model;
    }

    /// What those of `hives` that the organization has say to `question`.
    ///
    /// @param most passages to find
    public Findings find(OrgId org, Collection<HiveId> hives, String question, int most) {
        var searched = indexes.of(org, hives);
        if (searched.stream().allMatch(index -> index.size() == 0)) {
            return Findings.NOTHING;
        }
        var hits = new Ranking(asked(question), searched).hits();
        return new Findings(found(org, hits, most));
    }

    /// The library of one conversation.
    public Library library(OrgId org, Collection<HiveId> hives) {
        return new Library(this, org, Set.copyOf(hives));
    }

    /// How much of a hive can be found; empty when the organization has no such hive.
    Optional<Texts.Counts> counts(OrgId org, HiveId hive) {
        return texts.counts(org, hive);
    }

    /// Gets everything ready that a question to these hives would wait for.
    void warmUp(OrgId org, Collection<HiveId> hives) {
        if (indexes.of(org, hives).stream().anyMatch(index -> index.size() > 0)) {
            asked("What do you know?");
        }
    }

    @Override
    public void close() {
        indexes.close();
    }

    private Asked asked(String text) {
        var question = text.substring(0, Math.min(text.length(), LONGEST_QUESTION));
        try {
            var vector = model.embed(List.of(question)).getFirst();
            return new Asked(question, generalities().without(vector));
        } catch (ProviderFailure e) {
            log.warn("Searching by words alone: {}", e.getMessage());
            return new Asked(question, null);
        }
    }

    private Generalities generalities() {
        var known = generalities;
        if (known == null) {
            known = Generalities.of(model);
            generalities = known;
        }
        return known;
    }

    private List<Found> found(OrgId org, List<Hit> hits, int most) {
        var first = hits.stream().limit(most).toList();
        var known = texts.of(org, first.stream().map(SearchHives::key).toList());
        var byText = ranks(hits.stream().filter(hit -> hit.text() > 0), Hit::text);
        var byMeaning = ranks(hits.stream().filter(Hit::hasVector), Hit::piece);
        var found = new ArrayList<Found>();
        for (var hit : first) {
            var text = known.get(key(hit));
            if (text != null) {
                var why =
                        new Found.Why(
                                byText.getOrDefault(hit, 0),
                                hit.text(),
                                byMeaning.getOrDefault(hit, 0),
                                hit.hasVector() ? hit.piece() : 0,
                                hit.score());
                found.add(found(hit, text, why));
            }
        }
        return found;
    }

    private static Found found(Hit hit, Texts.Text text, Found.Why why) {
        var passage = text.passage();
        return new Found(
                hit.index().hive(),
                text.place(),
                text.title(),
                passage.position(),
                passage.headings(),
                passage.body(),
                Confidence.of(hit),
                why);
    }

    private static Key key(Hit hit) {
        var place = hit.index().place(hit.at());
        return new Key(hit.index().hive(), place.source(), place.position());
    }

    private static Map<Hit, Integer> ranks(Stream<Hit> hits, ToDoubleFunction<Hit> measure) {
        var ranks = new HashMap<Hit, Integer>();
        hits.sorted(Comparator.comparingDouble(measure).reversed())
                .forEach(hit -> ranks.put(hit, ranks.size() + 1));
        return ranks;
    }
}
