package dev.parley.brains.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what a model writes, piece by piece, into what an agent may say: no markup, no stage
/// directions, no thoughts, no mark of the end, and no more than a caller will listen to. Holds
/// back only what cannot be judged before more has come.
final class SpokenText {
    /// What a model writes to hang up.
    static final String END_OF_CALL = "[END_CALL]";

    static final int MAX_CHARACTERS = 2_000;
    private static final int ENOUGH = 1_600;
    private static final int NEARLY_TOO_MUCH = MAX_CHARACTERS - 60;

    private enum Act {
        HANG_UP,
        THINK,
        KEEP_INNER,
        DROP
    }

    /// @param starts the letters it may start with
    private record Rule(String starts, Act act, Pattern pattern) {
        Rule(String starts, Act act, String regex) {
            this(starts, act, Pattern.compile(regex));
        }
    }

    /// The first that fits, or might fit once more has come, decides.
    private static final List<Rule> RULES =
            List.of(
                    new Rule("[", Act.HANG_UP, "(?i)\\[\\s{0,3}END[ _-]CALL(?:\\s{0,3}])?"),
                    new Rule("E", Act.HANG_UP, "END_CALL"),
                    new Rule("<", Act.THINK, "<think(?:ing)?>"),
                    new Rule("<", Act.DROP, "</?[A-Za-z][^<>\\n]{0,120}>|<\\|[^|>\\n]{0,40}\\|>"),
                    new Rule("[", Act.KEEP_INNER, "\\[([^]\\n]{0,200})]\\([^)\\s]{0,500}\\)"),
                    new Rule("[", Act.KEEP_INNER, "\\[([^]\\n]{0,200})]"),
                    new Rule("*", Act.DROP, "\\*{2,}"),
                    new Rule("*", Act.KEEP_INNER, "\\*([^*\\s][^*\\n]{0,119})\\*"),
                    new Rule("~", Act.DROP, "~{2,}"));

    private static final Rule LINE_MARKER =
            new Rule("#-+>•*", Act.DROP, "(?:#{1,6}|[-+>•*]|-{3,})\\s+");
    private static final Pattern CUT_END =
            Pattern.compile("(?is)\\[\\s{0,3}(?:E(?:N(?:D.*)?)?)?|END_CA?L?");
    private static final Pattern END_OF_THOUGHT = Pattern.compile("</think(?:ing)?>");
    private static final Pattern ACTION =
            Pattern.compile("(?:\\p{L}{3,}(?:s|ing)|sonríe|ríe|suspira|pausa|pause|asiente)\\b.*");
    private static final Set<String> NO_ACTION =
            Set.of("this", "always", "unless", "perhaps", "does", "less", "was", "has", "nothing");

    private final StringBuilder pending = new StringBuilder();
    private final StringBuilder out = new StringBuilder();
    private int said;
    private char last = ' ';
    private boolean atLineStart = true;
    private boolean thinking;
    private boolean goodbye;
    private boolean full;

    /// What may be said once `delta` has come too.
    String accept(String delta) {
        pending.append(delta);
        return advance(false);
    }

    /// What may still be said when nothing more comes.
    String end() {
        return advance(true);
    }

    /// The model has hung up; what it writes after that is not said.
    boolean isGoodbye() {
        return goodbye;
    }

    /// Enough is said; the rest would tire the caller.
    boolean isFull() {
        return full;
    }

    private String advance(boolean isAll) {
        int at = 0;
        while (at < pending.length() && !goodbye && !full) {
            int next = thinking ? afterThought(at) : step(at, isAll);
            if (next < 0) {
                break;
            }
            at = next;
        }
        pending.delete(0, goodbye || full ? pending.length() : at);
        var text = out.toString();
        out.setLength(0);
        return text;
    }

    /// Judges what stands at `at`; answers where to go on, or -1 to wait for more.
    private int step(int at, boolean isAll) {
        char c = pending.charAt(at);
        if (isAll && from(at, CUT_END).matches()) {
            return pending.length();
        }
        if (atLineStart && LINE_MARKER.starts().indexOf(c) >= 0) {
            var found = from(at, LINE_MARKER.pattern());
            if (found.lookingAt()) {
                return found.end();
            }
            if (found.hitEnd() && !isAll) {
                return -1;
            }
        }
        for (var rule : RULES) {
            if (rule.starts().indexOf(c) >= 0) {
                var found = from(at, rule.pattern());
                if (found.lookingAt()) {
                    return apply(rule.act(), found);
                }
                if (found.hitEnd() && !isAll) {
                    return -1;
                }
            }
        }
        return c == '_' ? underscore(at, isAll) : say(c, at);
    }

    private Matcher from(int at, Pattern pattern) {
        return pattern.matcher(pending).region(at, pending.length());
    }

    private int apply(Act act, Matcher found) {
        int start = found.start();
        switch (act) {
            case HANG_UP -> goodbye = true;
            case THINK -> thinking = true;
            case KEEP_INNER -> {
                var inner = found.group(1);
                pending.replace(start, found.end(), isAction(inner) ? "" : inner);
                return start;
            }
            case DROP -> {}
        }
        return found.end();
    }

    /// Emphasis is not an action: dropping `*not*` would say the opposite.
    private static boolean isAction(String inner) {
        var words = inner.strip().toLowerCase(Locale.ROOT);
        return ACTION.matcher(words).matches() && !NO_ACTION.contains(words.split(" ")[0]);
    }

    private int afterThought(int at) {
        var end = from(at, END_OF_THOUGHT);
        if (end.find()) {
            thinking = false;
            return end.end();
        }
        // What ends a thought may itself be cut in two.
        int kept = Math.max(at, pending.length() - "</thinking>".length());
        return kept == at ? -1 : kept;
    }

    /// An underscore is markup, except inside a word, as in an address.
    private int underscore(int at, boolean isAll) {
        boolean isLast = at + 1 == pending.length();
        if (isLast && !isAll) {
            return -1;
        }
        return !isLast
                        && Character.isLetterOrDigit(last)
                        && Character.isLetterOrDigit(pending.charAt(at + 1))
                ? say('_', at)
                : at + 1;
    }

    private int say(char c, int at) {
        boolean space = Character.isWhitespace(c) || c == '\u00A0';
        atLineStart = c == '\n' || c == '\r' || space && atLineStart;
        if (full || isUnspeakable(c) && !space || space && last == ' ') {
            return at + 1;
        }
        if (space && (said >= NEARLY_TOO_MUCH || said >= ENOUGH && ".!?।".indexOf(last) >= 0)
                || said == MAX_CHARACTERS) {
            full = true;
            return at + 1;
        }
        last = space ? ' ' : c;
        out.append(last);
        said++;
        return at + 1;
    }

    /// Marks that are never said, control and steering characters, halves of pairs (pictures,
    /// nearly always), dingbats; the joiners stay, Devanagari needs them.
    private static boolean isUnspeakable(char c) {
        boolean joiner = c == '\u200C' || c == '\u200D';
        return "*`[]".indexOf(c) >= 0
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT && !joiner
                || Character.isSurrogate(c)
                || c >= '\u2600' && c <= '\u27BF'
                || c == '\uFE0F'
                || c == '\uFFFD';
    }
}
