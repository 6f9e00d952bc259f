package dev.parley.hives.index;

import dev.parley.hives.HiveId;
import dev.parley.hives.passages.PassageStore.Kept;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.providers.embeddings.Vectors;
import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One hive as it is searched: the stems and vectors of its passages, without their text, which
/// stays in the database.
public final class HiveIndex {
    private static final int BYTES_A_PLACE = 24;

    /// Where a passage is kept.
    public record Place(String source, int position) {}

    private final HiveId hive;
    private final List<Place> places;
    private final Map<Language, WordIndex> words;
    private final VectorIndex vectors;

    private HiveIndex(
            HiveId hive, List<Place> places, Map<Language, WordIndex> words, VectorIndex vectors) {
        this.hive = hive;
        this.places = places;
        this.words = words;
        this.vectors = vectors;
    }

    public HiveId hive() {
        return hive;
    }

    public int size() {
        return places.size();
    }

    public Place place(int at) {
        return places.get(at);
    }

    Map<Language, WordIndex> words() {
        return words;
    }

    VectorIndex vectors() {
        return vectors;
    }

    /// How many passages have no vector.
    public long lacking() {
        return vectors.lacking();
    }

    /// About how many bytes it takes.
    public int weight() {
        long words = this.words.values().stream().mapToLong(WordIndex::weight).sum();
        long all = words + vectors.weight() + (long) places.size() * BYTES_A_PLACE;
        return (int) Math.min(all, Integer.MAX_VALUE);
    }

    /// What a passage is found by: its text, the title of its source, and the headings above it,
    /// which count twice because they say what it is about.
    private static List<String> stems(Kept kept, Language language) {
        var headings = String.join(" ", kept.passage().headings());
        var title = headings.contains(kept.title()) ? "" : kept.title();
        var stems = new ArrayList<String>();
        stems.addAll(Stems.of(headings + ' ' + title, language));
        stems.addAll(List.copyOf(stems));
        stems.addAll(Stems.of(kept.passage().body(), language));
        return stems;
    }

    /// Takes the passages of a hive one after the other.
    public static final class Builder {
        private final HiveId hive;
        private final Embeddings model;
        private final List<Place> places = new ArrayList<>();
        private final Map<Language, WordIndex.Builder> words = new EnumMap<>(Language.class);
        private final VectorIndex.Builder vectors = new VectorIndex.Builder();

        /// @param model whose vectors are taken
        public Builder(HiveId hive, Embeddings model) {
            this.hive = hive;
            this.model = model;
        }

        public void add(Kept kept) {
            var language = Languages.of(kept.passage().body(), Language.ENGLISH);
            words.computeIfAbsent(language, _ -> new WordIndex.Builder())
                    .add(places.size(), stems(kept, language));
            vectors.add(vectors(kept));
            var last = places.isEmpty() ? "" : places.getLast().source();
            // one string for all passages of a source
            var source = last.equals(kept.source()) ? last : kept.source();
            places.add(new Place(source, kept.passage().position()));
        }

        private List<float[]> vectors(Kept kept) {
            var embedding = kept.embedding();
            return embedding == null || !model.name().equals(kept.embeddedBy())
                    ? List.of()
                    : Vectors.read(embedding, model.dimensions());
        }

        public HiveIndex build() {
            var built = new EnumMap<Language, WordIndex>(Language.class);
            words.forEach((language, builder) -> built.put(language, builder.build()));
            return new HiveIndex(hive, List.copyOf(places), built, vectors.build());
        }
    }
}
