package dev.parley.brains.desk;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Tongue;
import dev.parley.understanding.Intent;
import java.util.Optional;

/// The rules for words that concern the call itself and leave everything where it stands.
record Asides(Draft draft, Heard heard, Progress progress, Clerk clerk) {
    private static final int FEW_WORDS = 4;

    Optional<Progress> nothing() {
        if (!heard.words().isEmpty()) {
            return Optional.empty();
        }
        draft.say(Phrase.NOT_HEARD);
        clerk.askAgain();
        return Optional.of(progress);
    }

    Optional<Progress> repetition(String lastWords) {
        boolean sorry = heard.latest().isOnly(Cue.SORRY);
        if (!(heard.isBriefly(Intent.REPEAT) || sorry) || lastWords.isBlank()) {
            return Optional.empty();
        }
        draft.quote(lastWords);
        return Optional.of(progress);
    }

    Optional<Progress> otherLanguage() {
        if (Tongue.Choice.askedFor(heard.latest()).isEmpty()
                || heard.latest().size() > 2 * FEW_WORDS) {
            return Optional.empty();
        }
        draft.say(Phrase.SWITCHED);
        clerk.askAgain();
        return Optional.of(progress);
    }

    Optional<Progress> pause() {
        if (!heard.isBriefly(Intent.WAIT) || heard.hasDigits() || clerk.counter().isNamed()) {
            return Optional.empty();
        }
        draft.say(Phrase.TAKE_YOUR_TIME);
        return Optional.of(progress);
    }
}
