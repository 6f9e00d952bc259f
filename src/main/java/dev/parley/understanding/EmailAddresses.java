package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// E-mail addresses, written or spoken: "hari at gmail dot com", "hari arroba gmail punto com".
public final class EmailAddresses {
    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("at", "@"),
                    Map.entry("arroba", "@"),
                    Map.entry("एट", "@"),
                    Map.entry("ऐट", "@"),
                    Map.entry("dot", "."),
                    Map.entry("punto", "."),
                    Map.entry("point", "."),
                    Map.entry("डॉट", "."),
                    Map.entry("डाट", "."),
                    Map.entry("underscore", "_"),
                    Map.entry("अंडरस्कोर", "_"),
                    Map.entry("dash", "-"),
                    Map.entry("hyphen", "-"),
                    Map.entry("guion", "-"),
                    Map.entry("minus", "-"),
                    Map.entry("plus", "+"));
    private static final Set<String> ENDINGS =
            Set.of(
                    "com", "net", "org", "edu", "gov", "in", "co", "es", "mx", "uk", "io", "dev",
                    "info", "biz", "us", "ca", "ar", "cl", "pe", "me", "de", "fr", "eu", "ai",
                    "app", "कॉम", "इन", "नेट");
    private static final Set<String> STOPS =
            Set.of(
                    "is",
                    "es",
                    "hai",
                    "है",
                    "it's",
                    "its",
                    "that's",
                    "email",
                    "mail",
                    "e",
                    "id",
                    "address",
                    "on",
                    "to",
                    "my",
                    "yes",
                    "correo",
                    "mi",
                    "yeah",
                    "the",
                    "sure",
                    "ok",
                    "okay",
                    "haan",
                    "ji",
                    "mera",
                    "मेरा",
                    "ईमेल",
                    "मेल",
                    "हां",
                    "जी",
                    "si",
                    "electronico",
                    "it",
                    "no",
                    "not",
                    "use",
                    "and",
                    "y",
                    "aur",
                    "uh",
                    "um",
                    "so",
                    "a",
                    "an",
                    "was",
                    "be",
                    "में",
                    "पर",
                    "so's",
                    "me",
                    "en",
                    "actually",
                    "sorry",
                    "आईडी",
                    "सी",
                    "email's",
                    "at");
    private static final Set<String> FILLERS =
            Set.of("uh", "um", "the", "rate", "lowercase", "रेट", "word");

    private EmailAddresses() {}

    /// The last address in `text`, in lower case.
    public static Optional<String> find(String text) {
        var pieces = pieces(Utterance.of(SpokenNumbers.digits(text)));
        for (var at = pieces.size() - 2; at > 0; at--) {
            if (pieces.get(at).equals("@")) {
                var domain = domain(pieces, at + 1);
                var local = local(pieces, at - 1);
                if (!domain.isEmpty() && !local.isEmpty()) {
                    return Optional.of(local + "@" + domain);
                }
            }
        }
        return Optional.empty();
    }

    /// Words and signs in order; signs are written or spoken, "|" is where a sentence breaks.
    private static List<String> pieces(Utterance said) {
        var pieces = new ArrayList<String>();
        for (var i = 0; i < said.size(); i++) {
            addGap(pieces, said.word(i).gap(), i == 0);
            var key = said.key(i);
            if (key.equals("guion") && said.key(i + 1).equals("bajo")) {
                pieces.add("_");
                i++;
            } else if (key.equals("g") && said.key(i + 1).equals("mail")) {
                pieces.add("gmail");
                i++;
            } else if (key.equals("hot") && said.key(i + 1).equals("mail")) {
                pieces.add("hotmail");
                i++;
            } else if (!(FILLERS.contains(key) && !pieces.isEmpty() && isSign(pieces.getLast()))) {
                pieces.add(SIGNS.getOrDefault(key, key));
            }
        }
        return pieces;
    }

    private static void addGap(List<String> pieces, String gap, boolean isFirst) {
        if (isFirst || gap.equals(" ")) {
            return;
        }
        if (gap.length() == 1 && "@._-+".contains(gap)) {
            pieces.add(gap);
        } else if (gap.strip().equals("@")) {
            pieces.add("@");
        } else if (gap.chars().anyMatch(c -> ",;:?!।".indexOf(c) >= 0) || gap.startsWith(".")) {
            pieces.add("|");
        }
    }

    private static boolean isSign(String piece) {
        return piece.length() == 1 && "@._-+".contains(piece);
    }

    private static boolean isPart(String piece) {
        return !isSign(piece) && !piece.equals("|");
    }

    private static String domain(List<String> pieces, int from) {
        var domain = new StringBuilder();
        var end = 0;
        for (var i = from; i < pieces.size() && i < from + 12; i++) {
            var piece = pieces.get(i);
            if (piece.equals("|") || piece.equals("@") || piece.equals("_")) {
                break;
            }
            if (isPart(piece) && !domain.isEmpty() && end > 0 && isPart(pieces.get(i - 1))) {
                break;
            }
            domain.append(Transliteration.latin(piece));
            if (i > from && pieces.get(i - 1).equals(".") && isEnding(piece)) {
                end = domain.length();
            }
        }
        return domain.substring(0, end);
    }

    static boolean isEnding(String piece) {
        return ENDINGS.contains(piece)
                || piece.length() >= 2
                        && piece.length() <= 4
                        && piece.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String local(List<String> pieces, int from) {
        var local = new StringBuilder();
        var words = 0;
        var hasSign = false;
        for (var i = from; i >= 0; i--) {
            var piece = pieces.get(i);
            if (piece.equals("|") && i > 0 && (i == from || isSpelling(pieces, i))) {
                continue;
            }
            if (piece.equals("|") && i > 0 && pieces.get(i - 1).contentEquals(local)) {
                local.setLength(0);
                continue;
            }
            if (piece.equals("@") || piece.equals("|") || isEnd(pieces, i, local)) {
                break;
            }
            words += piece.length() > 1 ? 1 : 0;
            var isLoose = !local.isEmpty() && isPart(piece) && !isSign(local.substring(0, 1));
            if (words > 5
                    || isLoose && piece.length() > 1 && (hasSign || isFigures(piece, local))) {
                break;
            }
            hasSign |= isSign(piece);
            local.insert(0, Transliteration.latin(piece));
        }
        return withoutLeadingSigns(local);
    }

    private static String withoutLeadingSigns(StringBuilder local) {
        var start = 0;
        while (start < local.length() && !Character.isLetterOrDigit(local.charAt(start))) {
            start++;
        }
        return local.substring(start);
    }

    /// Figures before letters are more likely the end of a phone number.
    private static boolean isFigures(String piece, StringBuilder local) {
        return Character.isDigit(piece.charAt(0)) && Character.isLetter(local.charAt(0));
    }

    private static boolean isSpelling(List<String> pieces, int at) {
        return pieces.get(at - 1).length() == 1
                && pieces.get(at + 1).length() == 1
                && isPart(pieces.get(at - 1));
    }

    /// A small word ends the local part, unless a sign ties it in or it is spelled among letters.
    private static boolean isEnd(List<String> pieces, int at, StringBuilder local) {
        if (!STOPS.contains(pieces.get(at))) {
            return false;
        }
        var isTied = !local.isEmpty() && isSign(local.substring(0, 1));
        var isLetter =
                pieces.get(at).length() == 1
                        && !local.isEmpty()
                        && at > 0
                        && pieces.get(at - 1).length() == 1;
        return !isTied && !isLetter;
    }
}
