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
        var isOthers = Owner.isSomebodyElse(said, 0, said.size());
        var own = EmailAddresses.find(goesOn(said) ? heard + " " + said.text() : said.text());
        heard = isOthers || heard.length() > 500 ? "" : heard + " " + said.text();
        if (own.isPresent() && !isOthers && isMeantAsOwn(said)) {
            address = own.get();
            readBack = null;
        } else if (readBack != null
                && intents.contains(Intent.YES)
                && !intents.contains(Intent.NO)) {
            address = readBack;
            readBack = null;
        }
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
