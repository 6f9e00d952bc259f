package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names spelled letter by letter: "H A R I", "B as in boy, O, B", "Anna with two n's".
final class Spelling {
    private static final int FEWEST_LETTERS = 3;
    private static final Phrases EXPLAINS = Phrases.of("as in, for, like, de, como, like in, se");

    /// "no H, J O N": the letter after one of these is not part of the row.
    private static final Set<String> EXCEPT = Set.of("no", "without", "not", "with", "sin", "con");

    private Spelling() {}

    /// The longest row of single letters, or null.
    static @Nullable String in(Utterance said) {
        var longest = new StringBuilder();
        for (var at = 0; at < said.size(); at++) {
            var row = new StringBuilder();
            at = Math.max(at, read(said, at, row) - 1);
            if (row.length() > longest.length()) {
                longest = row;
            }
        }
        return longest.length() < FEWEST_LETTERS ? null : longest.toString();
    }

    private static int read(Utterance said, int from, StringBuilder row) {
        var at = from;
        while (at < said.size()) {
            var isDoubled = said.key(at).equals("double") || said.key(at).equals("doble");
            var letter = isDoubled ? at + 1 : at;
            if (letter >= said.size()
                    || !said.word(letter).isSingleLetter()
                    || isExcepted(said, at)) {
                return at;
            }
            row.append(said.key(letter).repeat(isDoubled ? 2 : 1));
            at = letter + 1;
            var explains = EXPLAINS.at(said, at);
            if (explains > 0
                    && said.key(at + explains).startsWith(said.key(letter))
                    && said.key(at + explains).length() > 1) {
                at += explains + 1;
            }
        }
        return at;
    }

    private static boolean isExcepted(Utterance said, int at) {
        return EXCEPT.contains(said.key(at - 1))
                || said.key(at - 1).equals("a") && EXCEPT.contains(said.key(at - 2));
    }

    /// `name` with the spelled word in place of the one it spells.
    static String applied(@Nullable String name, String letters, boolean isLastName) {
        var spelled = capitalised(letters);
        if (name == null) {
            return spelled;
        }
        var words = new ArrayList<>(List.of(name.split(" ")));
        for (var i = 0; i < words.size(); i++) {
            if (sharesInitial(words.get(i), letters)) {
                words.set(i, spelled);
                return String.join(" ", words);
            }
        }
        var closest = closest(words, spelled);
        if (words.size() == 1
                && isLastName
                && distance(words.getFirst(), spelled) > spelled.length() / 2) {
            return name + " " + spelled;
        }
        if (distance(words.get(closest), spelled) > Math.max(2, spelled.length() / 2)) {
            return Utterance.fold(name).replace(" ", "").startsWith(letters)
                    ? name
                    : words.size() > 1 ? name : spelled;
        }
        words.set(closest, spelled);
        return String.join(" ", words);
    }

    private static int closest(List<String> words, String spelled) {
        var closest = 0;
        for (var i = 1; i < words.size(); i++) {
            if (distance(words.get(i), spelled) < distance(words.get(closest), spelled)) {
                closest = i;
            }
        }
        return closest;
    }

    private static boolean sharesInitial(String word, String letters) {
        return Utterance.fold(word).startsWith(letters.substring(0, 1));
    }

    /// A corrected first name leaves the last name as it was.
    static String refined(String name, String found) {
        var words = new ArrayList<>(List.of(name.split(" ")));
        for (var i = 0; words.size() > 1 && !found.contains(" ") && i < words.size(); i++) {
            if (distance(words.get(i), found) <= Math.min(2, found.length() / 2)) {
                words.set(i, found);
                return String.join(" ", words);
            }
        }
        return found;
    }

    /// "with two n's" doubles the letter unless it is doubled already.
    static String doubled(String name, Utterance said) {
        for (var at = 0; at + 2 < said.size(); at++) {
            var isWith = said.key(at).equals("with") || said.key(at).equals("con");
            var isTwo = List.of("two", "2", "double", "doble", "dos").contains(said.key(at + 1));
            var letter = said.key(at + 2);
            if (isWith
                    && isTwo
                    && (letter.length() == 1 || letter.length() <= 3 && letter.endsWith("s"))) {
                return doubled(name, letter.charAt(0));
            }
        }
        return name;
    }

    /// Letter by letter, because a whole text can grow in lower case: `İ` becomes two characters.
    private static String doubled(String name, char letter) {
        int last = -1;
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(name.charAt(i)) == letter) {
                if (last == i - 1 && i > 0) {
                    return name;
                }
                last = i;
            }
        }
        return last < 0 ? name : name.substring(0, last + 1) + letter + name.substring(last + 1);
    }

    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// How many letters must change, by the usual row-by-row count.
    private static int distance(String left, String right) {
        var a = Utterance.fold(left);
        var b = Utterance.fold(right);
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
