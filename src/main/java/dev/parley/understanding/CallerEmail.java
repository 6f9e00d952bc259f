package dev.parley.understanding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The caller's e-mail address, often said in pieces.
final class CallerEmail {
    private static final Phrases EMAIL =
            Phrases.of("email, e mail, mail id, correo, ईमेल, मेल, mail");
    private static final Phrases AGENTS_OWN =
            Phrases.of(
                    """
                    our, write to us, email us, us at, contact us, reach us, write to, you can email, send it to us, nuestro, escribanos, puede escribir,
                    hamara, hamari, hamein, हमारा, हमारी, हमें\
                    """);
    private static final Phrases SIGN =
            Phrases.of("at, arroba, dot, punto, underscore, dash, एट, ऐट, डॉट");
    private static final Set<String> DOT = Set.of("dot", "punto", "डॉट");
    private static final Set<String> DENIES = Set.of("not", "no", "नहीं");
    private @Nullable String address;
    private @Nullable String readBack;
    private boolean isAsked;
    private String heard = "";

    void agentSaid(Utterance said, Set<Topic> asked) {
        isAsked = asked.contains(Topic.EMAIL) || isAsked && said.size() <= 4;
        if (said.size() > 4) {
            heard = "";
        }
        readBack = AGENTS_OWN.in(said) ? null : EmailAddresses.find(said.text()).orElse(null);
    }

    void callerSaid(Utterance said, Set<Intent> intents) {
        if (address != null && !heard.isEmpty() && endingCorrected(address, said)) {
            return;
        }
        var isOthers = Owner.isSomebodyElse(said, 0, said.size());
        var own = EmailAddresses.find(goesOn(said) ? heard + " " + said.text() : said.text());
        heard = isOthers || heard.length() > 500 ? "" : heard + " " + said.text();
        if (own.isPresent() && !isOthers && isMeantAsOwn(said)) {
            address = own.get();
            readBack = null;
        } else if (readBack != null && Intent.agrees(said, intents)) {
            address = readBack;
            readBack = null;
        }
    }

    /// "dot in, not dot com".
    private boolean endingCorrected(String known, Utterance said) {
        for (var at = 1; at + 1 < said.size(); at++) {
            var isEnding =
                    DOT.contains(said.key(at))
                            && EmailAddresses.isEnding(said.key(at + 1))
                            && !DENIES.contains(said.key(at - 1));
            if (isEnding
                    && said.size() <= 12
                    && EmailAddresses.find(said.text()).isEmpty()
                    && Intent.of(said).contains(Intent.NO)) {
                address = known.substring(0, known.lastIndexOf('.') + 1) + said.key(at + 1);
                return true;
            }
        }
        return false;
    }

    /// Whether the address began in an earlier piece: "maria dot lopez", then "at gmail dot com".
    private boolean goesOn(Utterance said) {
        var before = Utterance.of(heard);
        return SIGN.at(said, 0) > 0 || before.size() > 0 && SIGN.at(before, before.size() - 1) > 0;
    }

    private boolean isMeantAsOwn(Utterance said) {
        return isAsked
                || EMAIL.in(said)
                || EMAIL.in(heard)
                || readBack != null
                || address == null && !said.isQuestion();
    }

    @Nullable String value() {
        return address;
    }
}
