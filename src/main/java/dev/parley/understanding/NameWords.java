package dev.parley.understanding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which words of an utterance can be somebody's name.
final class NameWords {
    private static final int MOST_WORDS = 4;
    private static final Phrases TITLE =
            Phrases.of(
                    """
                    mr, mrs, ms, miss, dr, doctor, sir, madam, senor, senora, senorita, don, dona, la senora, el senor,
                    shri, smt, श्री, श्रीमती, the, uh, um, eh, actually, ummm, like, er, este\
                    """);
    private static final Phrases PARTICLE =
            Phrases.of("de, la, del, van, von, bin, al, da, di, los, dos, y");
    private static final Phrases LEAD =
            Phrases.of(
                    """
                    yes, yeah, sure, ok, okay, uh, um, oh, it's, its, it is, well, so, the name is, that's, that is, of course, hi,
                    hello, certainly, yep, right, i'm, i am, this is, and, es, si, claro, pues, bueno, eh, soy, a nombre de, haan, ji,
                    haan ji, han, हाँ, जी, actually, no, sorry, just, como no, por supuesto, perdon, con, under, please, main, मैं, la,
                    hola, namaste, नमस्ते, mera, मेरा, me, with, speaking with, name, naam, y, aur, or, for, put, ponga, all right, alright, yup\
                    """);
    private static final Phrases FOLLOWS =
            Phrases.of(
                    """
                    and, y, aur, my, mi, mera, with, con, spelled, speaking, i, hai, है, from, here, number, calling, naam, नाम, that's, it's, please, por, और, मेरा, se,
                    hoon, bol, बोल, हूं, s, se escribe, spelling, e, ji, जी, uh, um, phone, the, no, not, thanks, thank, gracias, para, for, en, de, at, mobile, as, you\
                    """);

    /// A word before one of these belongs to an e-mail address.
    private static final Set<String> SIGN =
            Set.of("dot", "punto", "underscore", "arroba", "at", "guion", "dash");

    private final Utterance said;
    private final Set<String> others;

    NameWords(Utterance said, Set<String> others) {
        this.said = said;
        this.others = others;
    }

    /// The name that begins at `at`, past titles; a doubtful place asks for a capital or a name
    /// well known.
    @Nullable String from(int at, boolean isDoubtful) {
        var start = at;
        while (TITLE.at(said, start) > 0) {
            start += TITLE.at(said, start);
        }
        if (start >= said.size() || !isNameWord(start)) {
            return null;
        }
        var isOpenedAnew = start > at && said.word(start).opensSentence();
        var first = said.word(start);
        var isTrusted = first.isCapitalised() || GivenNames.isKnown(first.key());
        if (isOpenedAnew
                || isDoubtful && !isTrusted
                || isDoubtful && said.word(start).opensSentence()) {
            return null;
        }
        if (!isDoubtful && !isTrusted && !first.isDevanagari() && isCapitalSomewhereLater(start)) {
            return null;
        }
        var end = end(start);
        var found = display(start, end);
        return isOthers(found) ? null : found;
    }

    private boolean isCapitalSomewhereLater(int start) {
        return start + 1 < said.size()
                && said.word(start + 1).isCapitalised()
                && !said.word(start + 1).opensClause()
                && !said.key(start + 1).startsWith("i");
    }

    private int end(int start) {
        var isCapitalised = said.word(start).isCapitalised();
        var end = start + 1;
        while (end < said.size() && end - start < MOST_WORDS && !said.word(end).opensClause()) {
            var isParticle =
                    PARTICLE.at(said, end) > 0
                            && end + 1 < said.size()
                            && said.word(end + 1).isCapitalised()
                            && isCapitalised
                            && !said.key(end).equals("y");
            var isCaseKept = !isCapitalised || said.word(end).isCapitalised();
            if (!isParticle
                    && (!isNameWord(end)
                            || !isCaseKept
                            || said.word(end).isSingleLetter()
                                    && !said.word(end).isCapitalised())) {
                break;
            }
            if (said.word(end).isSingleLetter()
                    && end + 1 < said.size()
                    && said.word(end + 1).isSingleLetter()) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean isNameWord(int at) {
        var word = said.word(at);
        return !word.hasDigit()
                && !CommonWords.holds(word.key())
                && !isNumberWord(word.key())
                && !SIGN.contains(said.key(at + 1))
                && !isPossessive(at)
                && (word.key().length() > 1
                        || at > 0 && word.isCapitalised() && !word.key().equals("i"));
    }

    /// "noah's dad" is not Noah.
    private boolean isPossessive(int at) {
        return at + 1 < said.size()
                && said.key(at).endsWith("'s")
                && !said.word(at + 1).opensClause();
    }

    private static boolean isNumberWord(String key) {
        return NumberWords.value(key) != null && !NumberWords.isDoubtful(key)
                || NumberWords.repeat(key) != null;
    }

    private String display(int from, int to) {
        var shown = new StringBuilder();
        for (var i = from; i < to; i++) {
            var text = said.word(i).text();
            if (text.endsWith("'s") || text.endsWith("’s")) {
                text = text.substring(0, text.length() - 2);
            }
            var isKept = said.word(i).isDevanagari() || PARTICLE.at(said, i) > 0 && i > from;
            shown.append(i > from ? said.word(i).gap().equals("-") ? "-" : " " : "");
            shown.append(isKept ? text : Spelling.capitalised(text));
        }
        return withoutEcho(shown.toString());
    }

    /// "Ames, Victor Ames" and "Cody Cody Ramirez" say one word twice.
    private static String withoutEcho(String name) {
        var words = name.split(" ");
        var isEchoed =
                words.length > 2
                        && (words[0].equals(words[1]) || words[0].equals(words[words.length - 1]));
        return isEchoed ? name.substring(words[0].length() + 1) : name;
    }

    private boolean isOthers(String name) {
        var folded = Utterance.fold(name);
        return others.contains(folded);
    }

    /// "this is marlon i got a leak": without capitals, what follows shows that it is a name.
    @Nullable String followed(int at) {
        var found = from(at, false);
        return found != null
                        && (GivenNames.isKnown(said.key(at))
                                || isClosed(at + Utterance.of(found).size()))
                ? found
                : null;
    }

    /// Whether the utterance is one or two words that can be a name and nothing else.
    boolean isNameAlone() {
        var found = said.size() > 2 || !Intent.of(said).isEmpty() ? null : from(0, false);
        return found != null && Utterance.of(found).size() == said.size();
    }

    /// The answer to "may I have your name?".
    @Nullable String bare() {
        var start = pastLead();
        var found =
                start >= said.size() || said.isQuestion() || isSpelling(start)
                        ? null
                        : from(start, false);
        if (found == null) {
            return null;
        }
        var end = end(start);
        var isEchoed = end + 1 < said.size() && said.key(end).equals(said.key(start));
        if (isEchoed && said.word(end + 1).isCapitalised()) {
            return from(end, false);
        }
        var isClosed = isClosed(end) || end - start >= 2 && CommonWords.holds(said.key(end));
        var isTrusted =
                said.word(start).isCapitalised()
                        || GivenNames.isKnown(said.key(start))
                        || end - start <= 3 && isAlone(start, end);
        return isClosed && isTrusted ? found : null;
    }

    private int pastLead() {
        var start = 0;
        while (start < said.size() && LEAD.at(said, start) > 0) {
            start += LEAD.at(said, start);
        }
        while (start < said.size() && TITLE.at(said, start) > 0) {
            start += TITLE.at(said, start);
        }
        return start;
    }

    private boolean isSpelling(int start) {
        return start + 1 < said.size()
                && said.word(start).isSingleLetter()
                && said.word(start + 1).isSingleLetter();
    }

    private boolean isClosed(int end) {
        return end >= said.size()
                || said.word(end).opensClause()
                || FOLLOWS.at(said, end) > 0
                || said.word(end).hasDigit()
                || said.word(end).isSingleLetter()
                || isPossessive(end)
                || isNumberWord(said.key(end))
                || SIGN.contains(said.key(end + 1));
    }

    private boolean isAlone(int start, int end) {
        return end >= said.size()
                || said.word(end).hasDigit()
                || FOLLOWS.at(said, end) > 0
                || end - start >= 2;
    }

    /// "So that's 96260 12778, Hari?" closes with the name.
    static @Nullable String closing(Utterance said, Set<String> others) {
        if (!said.text().stripTrailing().endsWith("?")) {
            return null;
        }
        var start = said.clauseStart(said.size() - 1);
        var found = start == 0 ? null : new NameWords(said, others).from(start, false);
        if (found == null || said.word(start).opensSentence()) {
            return null;
        }
        var isTrusted = said.word(start).isCapitalised() || said.word(start).isDevanagari();
        return isTrusted && start + Utterance.of(found).size() >= said.size() ? found : null;
    }

    /// Whether nothing but the name stands between `at` and the next comma.
    static boolean isWholeClause(Utterance said, int at, String name) {
        var start = at;
        while (TITLE.at(said, start) > 0) {
            start += TITLE.at(said, start);
        }
        var end = start + Utterance.of(name).size();
        return end >= said.size() || said.word(end).opensClause() || FOLLOWS.at(said, end) > 0;
    }

    /// "the dog's name is", "company name is": a noun before makes it somebody else's.
    static boolean isNoun(String key) {
        return !key.isEmpty()
                && !Set.of(
                                "and", "my", "y", "mi", "aur", "yes", "yeah", "so", "the", "sure",
                                "ok", "okay", "full", "first", "it's", "uh", "um", "haan", "ji",
                                "si", "on", "under", "mera", "मेरा", "by", "just")
                        .contains(key);
    }
}
