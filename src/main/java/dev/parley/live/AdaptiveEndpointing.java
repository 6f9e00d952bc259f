package dev.parley.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Waits less after a finished sentence or an answer to a yes/no question, and longer while a
/// number, an address or a spelling is being given, or a sentence hangs in the air.
public final class AdaptiveEndpointing implements Endpointing {
    private static final Duration ANSWERED = Duration.ofMillis(300);
    private static final Duration FINISHED = Duration.ofMillis(450);
    private static final Duration USUAL = Duration.ofMillis(700);
    private static final Duration DICTATED = Duration.ofMillis(1_500);
    private static final Duration HANGING = Duration.ofMillis(1_600);

    /// Digits of the shortest telephone number that is taken for whole.
    private static final int WHOLE_NUMBER = 10;

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?।…]$");
    private static final Pattern ELLIPSIS = Pattern.compile("(\\.\\.\\.|…|,)$");
    private static final Pattern WHOLE_ADDRESS =
            Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}[.]?$|\\b(dot|punto) (com|org|net|es|in)[.]?$");
    private static final Pattern ASKS_FOR_DICTATION =
            Pattern.compile(
                    "\\b(numbers?|phone|e-?mail|spell\\w*|address|postcode|zip|número|teléfono|"
                            + "correo|deletre\\w*|dirección|código)\\b|नंबर|फ़ोन|फोन|ईमेल|पता|वर्तनी");

    private static final Set<String> YES_OR_NO =
            words(
                    "yes yeah yep sure okay ok right correct exactly no nope nah sí si claro"
                            + " vale correcto exacto हाँ हां जी ठीक सही नहीं");
    private static final Set<String> UNFINISHED =
            words(
                    "and or but so because with for to the a an my of at in is um uh er hmm like"
                            + " y o pero porque con para el la los las un una mi de en es eh este"
                            + " और या लेकिन क्योंकि के का की में से तो मतलब");
    private static final Set<String> NUMBERS =
            words(
                    "zero oh one two three four five six seven eight nine ten twenty thirty forty"
                            + " fifty sixty seventy eighty ninety hundred double triple plus dot"
                            + " underscore dash cero uno dos tres cuatro cinco seis siete ocho"
                            + " nueve diez veinte punto arroba guion शून्य एक दो तीन चार पाँच पांच"
                            + " छह सात आठ नौ दस");

    @Override
    public Duration silence(String words, String question) {
        var text = words.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return USUAL;
        }
        var spoken = WORD.split(text);
        var last = spoken.length == 0 ? "" : spoken[spoken.length - 1];
        if (ELLIPSIS.matcher(text).find() || UNFINISHED.contains(last)) {
            return HANGING;
        }
        if (isDictation(text, last, question)) {
            return isWhole(text) ? FINISHED : DICTATED;
        }
        if (spoken.length <= 3 && isAnswer(spoken)) {
            return ANSWERED;
        }
        return SENTENCE_END.matcher(text).find() ? FINISHED : USUAL;
    }

    private static boolean isDictation(String text, String last, String question) {
        boolean isPiece = isNumber(last) || last.codePointCount(0, last.length()) == 1;
        return isPiece
                || ASKS_FOR_DICTATION.matcher(question.toLowerCase(Locale.ROOT)).find()
                        && (text.chars().anyMatch(Character::isDigit) || text.contains("@"));
    }

    private static boolean isNumber(String word) {
        return NUMBERS.contains(word) || word.chars().anyMatch(Character::isDigit);
    }

    private static boolean isWhole(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= WHOLE_NUMBER || WHOLE_ADDRESS.matcher(text).find();
    }

    private static boolean isAnswer(String[] spoken) {
        for (var word : spoken) {
            if (YES_OR_NO.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
