package dev.parley.extraction;

import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What was really heard in a conversation: the evidence a fact needs. Numbers and addresses may
/// have been said in words, and in pieces.
record Heard(Set<String> words, List<String> digits, List<String> letters) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int MIN_DIGITS = 5;
    private static final Map<String, Integer> SPOKEN = spokenDigits();

    /// Evidence comes from the whole conversation, and from the caller alone: the agent reading a
    /// number back cuts the caller's own in two.
    static Heard in(List<TranscriptLine> lines) {
        var everybody = text(lines, Set.of(Speaker.USER, Speaker.AI));
        var caller = text(lines, Set.of(Speaker.USER));
        return new Heard(
                Set.copyOf(wordsOf(everybody)),
                List.of(digitsOf(everybody), digitsOf(caller)),
                List.of(lettersOf(everybody), lettersOf(caller)));
    }

    boolean number(String number) {
        var wanted = digitsOf(number);
        return wanted.length() >= MIN_DIGITS
                && digits.stream().anyMatch(heard -> heard.contains(wanted));
    }

    boolean email(String address) {
        var wanted = address.toLowerCase(Locale.ROOT);
        return letters.stream().anyMatch(heard -> heard.contains(wanted));
    }

    /// Every word of a name must have been heard.
    boolean name(String name) {
        var wanted = wordsOf(name);
        return !wanted.isEmpty() && words.containsAll(wanted);
    }

    /// Of an address every number and most of the words: what is left are the likes of a country.
    boolean address(String address) {
        var wanted = wordsOf(address);
        long known = wanted.stream().filter(words::contains).count();
        return 2 * known >= wanted.size()
                && wanted.stream()
                        .map(Heard::digitsOf)
                        .filter(number -> !number.isEmpty())
                        .allMatch(number -> digits.stream().anyMatch(d -> d.contains(number)));
    }

    private static String text(List<TranscriptLine> lines, Set<Speaker> speakers) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (speakers.contains(line.speaker())) {
                text.append(line.message().toLowerCase(Locale.ROOT)).append(' ');
            }
        }
        return text.toString();
    }

    private static Set<String> wordsOf(String text) {
        var found = new HashSet<String>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(w -> found.add(w.group()));
        return found;
    }

    private static String digitsOf(String text) {
        var digits = new StringBuilder();
        int times = 1;
        for (var found : WORD.matcher(text.toLowerCase(Locale.ROOT)).results().toList()) {
            var word = found.group();
            var spoken = SPOKEN.get(word);
            if (spoken != null) {
                digits.repeat(spoken.toString(), times);
            } else {
                word.codePoints()
                        .filter(Character::isDigit)
                        .forEach(c -> digits.append(Character.digit(c, 10)));
            }
            times =
                    switch (word) {
                        case "double", "doble" -> 2;
                        case "triple" -> 3;
                        default -> 1;
                    };
        }
        return digits.toString();
    }

    private static String lettersOf(String text) {
        return text.replaceAll("\\s(?:at|arroba)\\s", "@")
                .replaceAll("\\s(?:dot|punto|point)\\s", ".")
                .replaceAll("\\s(?:underscore|guion bajo|guión bajo)\\s", "_")
                .replaceAll("\\s(?:dash|hyphen|guion|guión)\\s", "-")
                .replaceAll("\\s", "");
    }

    private static Map<String, Integer> spokenDigits() {
        var digits = new HashMap<String, Integer>();
        for (var row :
                List.of(
                        "zero one two three four five six seven eight nine",
                        "cero uno dos tres cuatro cinco seis siete ocho nueve",
                        "शून्य एक दो तीन चार पाँच छह सात आठ नौ",
                        "ज़ीरो वन टू थ्री फोर फाइव सिक्स सेवन एट नाइन")) {
            var words = row.split(" ");
            for (int digit = 0; digit < words.length; digit++) {
                digits.put(words[digit], digit);
            }
        }
        digits.put("oh", 0);
        digits.put("o", 0);
        digits.put("पांच", 5);
        digits.put("छः", 6);
        return Map.copyOf(digits);
    }
}
