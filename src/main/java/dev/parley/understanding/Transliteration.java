package dev.parley.understanding;

import java.util.Map;

/// Hindi words in Latin letters, as far as e-mail addresses need it.
public final class Transliteration {
    private static final Map<String, String> KNOWN =
            Map.of(
                    "जीमेल",
                    "gmail",
                    "याहू",
                    "yahoo",
                    "हॉटमेल",
                    "hotmail",
                    "आउटलुक",
                    "outlook",
                    "कॉम",
                    "com",
                    "इन",
                    "in",
                    "को",
                    "co",
                    "नेट",
                    "net",
                    "रेडिफमेल",
                    "rediffmail");
    private static final Map<Character, String> CONSONANTS = consonants();
    private static final Map<Character, String> VOWELS =
            Map.ofEntries(
                    Map.entry('अ', "a"),
                    Map.entry('आ', "a"),
                    Map.entry('इ', "i"),
                    Map.entry('ई', "i"),
                    Map.entry('उ', "u"),
                    Map.entry('ऊ', "u"),
                    Map.entry('ए', "e"),
                    Map.entry('ऐ', "ai"),
                    Map.entry('ओ', "o"),
                    Map.entry('औ', "au"),
                    Map.entry('ा', "a"),
                    Map.entry('ि', "i"),
                    Map.entry('ी', "i"),
                    Map.entry('ु', "u"),
                    Map.entry('ू', "u"),
                    Map.entry('े', "e"),
                    Map.entry('ै', "ai"),
                    Map.entry('ो', "o"),
                    Map.entry('ौ', "au"),
                    Map.entry('ं', "n"),
                    Map.entry('ृ', "ri"),
                    Map.entry('ॉ', "o"));

    private Transliteration() {}

    private static Map<Character, String> consonants() {
        var letters = "क ख ग घ च छ ज झ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह".split(" ");
        var latin =
                "k kh g gh ch chh j jh t th d dh n t th d dh n p ph b bh m y r l v sh sh s h"
                        .split(" ");
        var table = new java.util.HashMap<Character, String>();
        for (var i = 0; i < letters.length; i++) {
            table.put(letters[i].charAt(0), latin[i]);
        }
        return Map.copyOf(table);
    }

    /// `word` in Latin letters, near enough to compare it by its sound.
    public static String latin(String word) {
        if (!Languages.isDevanagari(word)) {
            return word;
        }
        if (KNOWN.containsKey(word)) {
            return KNOWN.get(word);
        }
        var latin = new StringBuilder();
        for (var i = 0; i < word.length(); i++) {
            var c = word.charAt(i);
            latin.append(CONSONANTS.getOrDefault(c, VOWELS.getOrDefault(c, "")));
            if (CONSONANTS.containsKey(c) && speaksA(word, i + 1)) {
                latin.append('a');
            }
        }
        return latin.toString();
    }

    /// A consonant carries an "a" before another consonant; the last one of a word is silent.
    private static boolean speaksA(String word, int next) {
        return next < word.length()
                && (CONSONANTS.containsKey(word.charAt(next)) || word.charAt(next) == 'ं');
    }
}
