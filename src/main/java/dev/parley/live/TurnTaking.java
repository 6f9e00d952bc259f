package dev.parley.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the floor changes hands when both sides talk aloud.
///
/// @param patience how long the agent, once it has fallen silent because of a voice, waits to know
///   whether that is an interruption; at zero every voice is one
/// @param minVoice a voice shorter than this, of which no words are known by then, is a cough
/// @param minWords fewer words do not interrupt
/// @param asides words that only show that somebody listens, in lower case
/// @param endpointing when a caller has finished
/// @param settleWithin how long the recogniser may take for its last words
/// @param keysWithin how long no key is pressed after the last one
public record TurnTaking(
        Duration patience,
        Duration minVoice,
        int minWords,
        Set<String> asides,
        Endpointing endpointing,
        Duration settleWithin,
        Duration keysWithin) {
    /// In three languages; said twice they mean no more.
    private static final Set<String> ASIDES =
            Set.of(
                    "mm",
                    "mmm",
                    "mhm",
                    "hm",
                    "hmm",
                    "mm-hm",
                    "mm-hmm",
                    "mhmm",
                    "uh-huh",
                    "uh",
                    "um",
                    "ah",
                    "oh",
                    "ok",
                    "okay",
                    "yeah",
                    "yes",
                    "yep",
                    "right",
                    "sure",
                    "i see",
                    "got it",
                    "alright",
                    "all right",
                    "sí",
                    "si",
                    "vale",
                    "ajá",
                    "claro",
                    "ya",
                    "bueno",
                    "हाँ",
                    "हां",
                    "जी",
                    "अच्छा",
                    "ठीक",
                    "ठीक है",
                    "हम्म");

    public static final TurnTaking DEFAULT =
            new TurnTaking(
                    Duration.ofMillis(500),
                    Duration.ofMillis(450),
                    1,
                    ASIDES,
                    new AdaptiveEndpointing(),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2));

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'-]+");
    private static final String END_OF_KEYS = "#";

    /// What a voice in the middle of the agent's words means.
    enum Verdict {
        /// It is too early to tell.
        WAIT,
        /// Nothing: the agent goes on.
        GO_ON,
        /// The caller wants the floor.
        GIVE_WAY
    }

    /// @param pausedAt when the agent fell silent; null while it talks on
    /// @param spoken what the agent is saying, which a line may bring back
    Verdict judge(Utterance said, @Nullable Instant pausedAt, String spoken, Instant now) {
        boolean isDecisive = said.isKeyed() || isMoreThanAside(said.text(), spoken);
        if (isDecisive || pausedAt != null && patience.isZero()) {
            return Verdict.GIVE_WAY;
        }
        if (pausedAt == null) {
            return Verdict.WAIT;
        }
        boolean isLate = !now.isBefore(pausedAt.plus(patience));
        if (said.isEmpty()) {
            return said.isStill()
                    ? Verdict.GO_ON
                    : isLate ? unknown(said, pausedAt, now) : Verdict.WAIT;
        }
        return isLate || !said.isVoiced() ? Verdict.GO_ON : Verdict.WAIT;
    }

    /// Nobody knows the words yet, so the length of the voice decides.
    private Verdict unknown(Utterance said, Instant pausedAt, Instant now) {
        var ended = said.isVoiced() || said.since() == null ? now : said.since();
        return Duration.between(pausedAt, ended).compareTo(minVoice) < 0
                ? Verdict.GO_ON
                : Verdict.GIVE_WAY;
    }

    /// Whether the words are meant for the agent to stop and listen.
    ///
    /// @param spoken what the agent is saying
    boolean isMoreThanAside(String text, String spoken) {
        var words = plain(text);
        if (words.isEmpty() || asides.contains(words)) {
            return false;
        }
        var each = words.split(" ");
        boolean isAside = Arrays.stream(each).allMatch(asides::contains);
        boolean isEcho = each.length > 1 && (" " + plain(spoken) + " ").contains(" " + words + " ");
        return !isAside && !isEcho && each.length >= minWords;
    }

    /// When the caller's turn is over if nothing more is heard; null while there is nothing to end.
    ///
    /// @param question the agent's last sentence
    @Nullable Instant end(Utterance said, String question) {
        var since = said.since();
        if (since == null || said.isVoiced() || said.isEmpty() && !said.isSettling()) {
            return null;
        }
        if (said.isKeyed()) {
            return said.words().endsWith(END_OF_KEYS) ? since : since.plus(keysWithin);
        }
        return since.plus(
                said.isSettling() ? settleWithin : endpointing.silence(said.text(), question));
    }

    private static String plain(String text) {
        return NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
