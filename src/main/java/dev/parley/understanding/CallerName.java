package dev.parley.understanding;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The caller's name: introduced, answered, spelled, corrected, or confirmed when read back.
final class CallerName {
    private static final Phrases SURE =
            Phrases.of(
                    """
                    my name is, my name's, my full name is, name is, the name is, the name's, name's, call me, i'm called, under the name, my first name is, under the name of, it's under, my name,
                    me llamo, mi nombre es, mi nombre completo es, a nombre de, mi nombre, mera naam hai, mera naam, mera nam, mera shubh naam, naam hai, naam, मेरा नाम, मेरा शुभ नाम, मेरा पूरा नाम, नाम है, नाम\
                    """);
    private static final Phrases LIKELY =
            Phrases.of(
                    """
                    this is, i'm, i am, it's, it is, im, here is, you're speaking with, you're talking to, soy, habla, le habla, les habla, le saluda, main, mai, मैं, मै, aqui, that's\
                    """);
    private static final Phrases BY_WHO_SPEAKS =
            Phrases.of(
                    """
                    bol raha, bol rahi, baat kar raha, baat kar rahi, speaking, here, बोल रहा, बोल रही, बात कर रहा, बात कर रही, हूं, हूँ, hoon, hun, hu, calling, at your\
                    """);
    private static final Phrases LAST_NAME =
            Phrases.of("last name, surname, apellido, family name, उपनाम, second name");
    private static final Phrases ADDRESSES =
            Phrases.of(
                    """
                    thank you, thanks, speaking with, speaking to, talking to, is this, hi, hello, name is, name as, got it, okay, alright, perfect, great, so that's, that's, gracias, hablo con, con,
                    nombre es, nombre de, hola, entonces, naam, aap, kya main, नाम, क्या मैं, धन्यवाद, क्या आप, तो, namaste, नमस्ते, dhanyavaad, shukriya, शुक्रिया, under, for, a nombre de, muy bien, bien, right\
                    """);

    private static final Phrases WHO_SPEAKS =
            Phrases.of(
                    "bol raha, bol rahi, बोल रहा, बोल रही, speaking, here, al habla, baat kar raha, baat kar rahi");
    private static final Phrases BOTH_NAMES =
            Phrases.of("first and last, first name and, nombre y apellido, first and the last");
    private static final Phrases MINE = Phrases.of("my, mi, mera, मेरा, me llamo, call me, i'm");
    private static final Phrases NAMES = Phrases.of("name, name's, naam, नाम");
    private static final Phrases I_AM = Phrases.of("main, mai, मैं, मै");
    private static final Phrases CORRECTS =
            Phrases.of("it's, its, is, es, not, no, sorry, hai, actually");
    private static final Phrases MAIL = Phrases.of("at, arroba, dot, email, punto com, correo");

    private final Set<String> others = new HashSet<>();
    private @Nullable String name;
    private @Nullable String readBack;
    private boolean isAsked;
    private boolean isLastNameAsked;
    private boolean isOthersAsked;
    private boolean isAnnounced;
    private boolean isCertain;
    private boolean isHalf;
    private boolean isFirst = true;

    CallerName(Set<String> notTheCaller) {
        notTheCaller.forEach(other -> others.add(Utterance.fold(other).strip()));
    }

    void agentSaid(Utterance said, Set<Topic> asked) {
        if (said.size() <= 3 && asked.isEmpty() && !said.isQuestion()) {
            return;
        }
        isAsked = asked.contains(Topic.NAME);
        isLastNameAsked = isAsked && LAST_NAME.in(said) && !BOTH_NAMES.in(said);
        isOthersAsked = asked.contains(Topic.OTHER_NAME);
        isAnnounced = false;
        isHalf = false;
        readBack =
                said.isQuestion() || Intent.of(said).contains(Intent.YES) ? addressed(said) : null;
    }

    private @Nullable String addressed(Utterance said) {
        for (var at = said.size() - 1; at >= 0; at--) {
            var length = ADDRESSES.at(said, at);
            var isHindi =
                    length > 0
                            && at + length < said.size()
                            && said.word(at + length).isDevanagari();
            var found =
                    length == 0 ? null : new NameWords(said, others).from(at + length, !isHindi);
            if (found != null && NameWords.isWholeClause(said, at + length, found)) {
                return found;
            }
        }
        return NameWords.closing(said, others);
    }

    void callerSaid(Utterance said, Set<Intent> intents) {
        var words = new NameWords(said, others);
        var introduced = introduced(said, words);
        var isYes = Intent.agrees(said, intents);
        var wasAnswered = false;
        if (introduced != null) {
            accept(introduced);
        } else if (readBack != null && isYes && !intents.contains(Intent.CORRECTION)) {
            accept(readBack);
        } else if (isHalf && name != null && words.isNameAlone()) {
            accept(joined(name, said, words));
        } else if ((isAsked || isAnnounced) && !isOthersAsked) {
            wasAnswered = answered(said, words);
        } else if (intents.contains(Intent.CORRECTION) && name != null && readBack != null) {
            corrected(said, words);
        }
        isFirst = isFirst && said.size() < 3;
        isHalf = wasAnswered && name != null && !name.contains(" ");
        spelled(said);
    }

    /// "Sunil", then "Sharma"; or "Sunil", then "Sunil Sharma".
    private static String joined(String first, Utterance said, NameWords words) {
        var rest = words.from(0, false);
        return rest == null || said.key(0).equals(Utterance.fold(first))
                ? rest == null ? first : rest
                : first + " " + rest;
    }

    private @Nullable String introduced(Utterance said, NameWords words) {
        String found = null;
        isAnnounced = false;
        for (var at = 0; at < said.size(); at++) {
            var sure = SURE.at(said, at);
            if (sure > 0 && !isSomebodyElses(said, at, sure)) {
                var stated = words.from(at + sure, false);
                isAnnounced = stated == null && at + sure >= said.size();
                isCertain |= stated != null;
                found = stated == null ? found : stated;
            } else if (sure == 0 && !isCertain) {
                var likely = LIKELY.at(said, at);
                var stated =
                        likely == 0
                                ? byWhoSpeaks(said, words, at)
                                : likely(said, words, at + likely, at);
                found = stated == null ? found : stated;
            }
            at += Math.max(0, sure - 1);
        }
        return found;
    }

    private boolean isSomebodyElses(Utterance said, int at, int length) {
        var isMine = MINE.within(said, at, at + length);
        return !isMine
                && (isOthersAsked
                        || Owner.isSomebodyElse(said, Math.max(0, at - 6), at + length)
                        || said.isQuestion()
                        || NAMES.at(said, at) > 0 && NameWords.isNoun(said.key(at - 1)));
    }

    private @Nullable String likely(Utterance said, NameWords words, int from, int at) {
        if (said.key(at).startsWith("it") || said.key(at).startsWith("that")) {
            var stated =
                    isAsked || isFirst && at == 0 && said.isCased()
                            ? words.from(from, true)
                            : isFirst && at <= 1 ? words.followed(from) : null;
            return isAsked || stated != null && stated.contains(" ") ? stated : null;
        }
        if (isFirst && said.key(at).equals("this") && at <= 2 && !said.isCased()) {
            return words.followed(from);
        }
        var isHindi = I_AM.at(said, at) > 0;
        var found = words.from(from, !isHindi);
        if (found == null || said.isQuestion() && said.sentences().size() < 2) {
            return null;
        }
        return isHindi && BY_WHO_SPEAKS.at(said, from + Utterance.of(found).size()) == 0
                ? null
                : found;
    }

    /// "Ravi bol raha hoon", "Tom speaking".
    private @Nullable String byWhoSpeaks(Utterance said, NameWords words, int at) {
        var start = said.clauseStart(at);
        if (at != start || Intent.of(said.slice(at, at + 1)).contains(Intent.YES)) {
            return null;
        }
        var found = words.from(at, false);
        if (found == null) {
            return null;
        }
        var after = at + Utterance.of(found).size();
        return WHO_SPEAKS.at(said, after) > 0 ? found : null;
    }

    private boolean answered(Utterance said, NameWords words) {
        var found = words.bare();
        if (found == null) {
            return false;
        }
        if (isLastNameAsked
                && name != null
                && !name.contains(" ")
                && Utterance.of(found).size() == 1) {
            accept(name + " " + found);
        } else if (name == null || !isCertain || isAsked && said.size() <= 5) {
            accept(found);
        }
        isAnnounced = false;
        isAsked = false;
        return true;
    }

    private void corrected(Utterance said, NameWords words) {
        for (var at = 0; at < said.size(); at++) {
            var isFollowing = CORRECTS.at(said, at) > 0;
            var isDenied = said.key(at).equals("not");
            var found = isFollowing && !isDenied ? words.from(at + 1, true) : null;
            if (found != null) {
                accept(found);
                return;
            }
        }
    }

    private void accept(String found) {
        name = name == null ? found : Spelling.refined(name, found);
        readBack = null;
    }

    private void spelled(Utterance said) {
        var letters = Spelling.in(said);
        if (letters != null && (name != null || isAsked || isAnnounced) && !isEmail(said)) {
            name = Spelling.applied(name, letters, isLastNameAsked || LAST_NAME.in(said));
        } else if (name != null) {
            name = Spelling.doubled(name, said);
        }
    }

    private static boolean isEmail(Utterance said) {
        return MAIL.in(said);
    }

    @Nullable String value() {
        return name;
    }
}
