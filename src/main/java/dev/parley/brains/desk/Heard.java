package dev.parley.brains.desk;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Intent;
import dev.parley.understanding.SpokenNumbers;
import java.util.Set;

/// What the caller said in one turn, and what it told about him.
///
/// @param words this turn's, after those that broke off before
/// @param latest this turn's words alone
/// @param before what was known of the caller before this turn
/// @param reached whether the agent's last answer was delivered to its end
public record Heard(
        Utterance words,
        Utterance latest,
        Set<Intent> intents,
        Caller before,
        Caller caller,
        boolean reached) {
    private static final int FEW_WORDS = 8;
    private static final int FIRST_WORDS = 3;
    private static final int MOST_OF_A_QUANTITY = 3;

    public boolean is(Intent intent) {
        return intents.contains(intent);
    }

    /// Says `intent` and little else.
    public boolean isBriefly(Intent intent) {
        return is(intent) && latest.size() <= FEW_WORDS;
    }

    /// Says `intent` before anything else.
    boolean beginsWith(Intent intent) {
        var start = latest.slice(0, Math.min(FIRST_WORDS, latest.size()));
        return is(intent) && Intent.of(start).contains(intent);
    }

    public boolean changes(Detail detail) {
        var value = caller.value(detail);
        var old = before.value(detail);
        if (value == null || old == null || detail != Detail.PHONE) {
            return value != null && !value.equals(old);
        }
        return !value.replaceAll("\\D", "").equals(old.replaceAll("\\D", ""));
    }

    public boolean breaksOff() {
        var text = latest.text().strip();
        return text.endsWith(",")
                || text.endsWith("...")
                || text.endsWith("…")
                || (!text.endsWith("?")
                        && !text.endsWith("!")
                        && latest.size() > 1
                        && latest.endsWith(Cue.DANGLING));
    }

    /// More figures than a quantity has.
    boolean hasPhoneDigits() {
        return SpokenNumbers.digits(latest.text()).chars().filter(Character::isDigit).count()
                > MOST_OF_A_QUANTITY;
    }

    public boolean hasDigits() {
        return latest.text().chars().anyMatch(Character::isDigit)
                || SpokenNumbers.digits(latest.text()).chars().filter(Character::isDigit).count()
                        > 1;
    }
}
