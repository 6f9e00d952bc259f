package dev.parley.hives.index;

import dev.parley.platform.search.Words;
import dev.parley.understanding.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/// The words of a text as a search compares them: without those that say nothing, cut to their
/// stems. What is in none of the three languages is cut as English, which leaves other scripts as
/// they are.
final class Stems {
    private static final String STOP_WORDS = "/org/apache/lucene/analysis/";

    /// Files of the library that has the stemmers, in the form `word | comment` or `# comment`.
    private static final Map<Language, String> FILES =
            Map.of(
                    Language.ENGLISH, "snowball/english_stop.txt",
                    Language.SPANISH, "snowball/spanish_stop.txt",
                    Language.HINDI, "hi/stopwords.txt");

    /// What people say around a question, whatever it is about.
    private static final Map<Language, String> ASKING =
            Map.of(
                    Language.ENGLISH,
                    "can will may might shall must get got gets give want wants need like please tell"
                            + " know hello hi thanks thank yes no okay ok just really also still even"
                            + " anything something anyone someone somebody anybody one ones thing"
                            + " things way ever yet us let much many s t d ll m re ve don i'm it's"
                            + " what's you're we're i'd i'll we've i've there's",
                    Language.SPANISH,
                    "puedo puede pueden podemos quiero quisiera necesito tiene tienen hay hacer hace"
                            + " saber decir dice favor gracias hola buenas buenos si no algo alguien cosa",
                    Language.HINDI,
                    "क्या कैसे कौन कब कहाँ कहां कितना कितनी कितने चाहिए बताइए बताओ कृपया जी हाँ मुझे मैं हम आप हूँ हूं सकता सकते"
                            + " सकती होगा होगी पड़ेंगे पड़ेगा लगेगा लगेगी");

    private static final Map<Language, Set<String>> STOP = new EnumMap<>(Language.class);

    static {
        FILES.forEach((language, file) -> STOP.put(language, stopWords(language, file)));
    }

    private Stems() {}

    /// The stems of `text` in their order, as often as they stand there.
    static List<String> of(String text, Language language) {
        var stop = STOP.getOrDefault(language, Set.of());
        var stemmer = stemmer(language);
        var stems = new ArrayList<String>();
        var known = new HashMap<String, String>();
        Words.each(
                text,
                word -> {
                    if (!stop.contains(word)) {
                        stems.add(known.computeIfAbsent(word, w -> stem(stemmer, w)));
                    }
                });
        return stems;
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static SnowballStemmer stemmer(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishStemmer();
            case SPANISH -> new SpanishStemmer();
            case HINDI -> new HindiStemmer();
        };
    }

    private static Set<String> stopWords(Language language, String name) {
        var words = new HashSet<String>();
        add(words, ASKING.getOrDefault(language, ""));
        var file = SnowballStemmer.class.getResourceAsStream(STOP_WORDS + name);
        if (file == null) {
            throw new IllegalStateException("Not among the libraries: " + name);
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                add(words, line.replaceFirst("[|#].*", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static void add(Collection<String> words, String text) {
        Words.each(text, words::add);
    }
}
