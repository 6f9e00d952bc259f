package dev.parley.actions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which regular expressions a schema may hold. The server runs none of them; what is refused would
/// take somebody who runs it forever: a repetition of what is nothing but repetitions, as `(a+)+`.
final class PatternRule {
    private static final int MAX_LENGTH = 512;

    /// So many ways to share out a text are as bad as any number.
    private static final int MANY = 10;

    private static final Pattern QUANTIFIER =
            Pattern.compile("([*+?]|\\{(?<min>\\d{1,9})(,(?<max>\\d{0,9}))?})[?+]?");

    /// One open group.
    private static final class Group {
        private boolean isRepeatedWithin;
        private boolean hasFixedPart;
    }

    private record Times(int min, int max) {
        boolean isMany() {
            return max >= MANY && max > min;
        }

        boolean isFixed() {
            return min > 0 && max == min;
        }
    }

    private final String regex;
    private final Deque<Group> groups = new ArrayDeque<>();
    private int at;

    private PatternRule(String regex) {
        this.regex = regex;
        groups.push(new Group());
    }

    /// What is wrong with `regex`, for people; empty when nothing is.
    static Optional<String> fault(String regex) {
        if (regex.length() > MAX_LENGTH) {
            return Optional.of("A pattern should have at most " + MAX_LENGTH + " characters");
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException _) {
            return Optional.of("A pattern should be a regular expression");
        }
        return new PatternRule(regex).isCatastrophic()
                ? Optional.of("A pattern should not repeat a repetition")
                : Optional.empty();
    }

    private boolean isCatastrophic() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> open();
                case ')' -> {
                    if (closesBadly()) {
                        return true;
                    }
                }
                case '|', '^', '$' -> {
                    // neither takes a character
                }
                case '[' -> atom(endOfClass());
                case '\\' -> atom(at + 1);
                default -> atom(at);
            }
        }
        return false;
    }

    private void open() {
        groups.push(new Group());
        if (regex.startsWith("?<", at) && regex.indexOf('>', at) > 0 && !isLookBehind()) {
            at = regex.indexOf('>', at) + 1;
        } else if (regex.startsWith("?", at)) {
            at += isLookBehind() ? 3 : 2;
        }
    }

    private boolean isLookBehind() {
        return regex.startsWith("?<=", at) || regex.startsWith("?<!", at);
    }

    private boolean closesBadly() {
        var group = groups.pop();
        var outer = groups.peek();
        if (outer == null) {
            return false;
        }
        var times = times();
        if (times.max() >= MANY && group.isRepeatedWithin && !group.hasFixedPart) {
            return true;
        }
        outer.isRepeatedWithin |= times.isMany() || group.isRepeatedWithin;
        outer.hasFixedPart |= times.isFixed() && group.hasFixedPart;
        return false;
    }

    private void atom(int end) {
        at = end;
        var times = times();
        groups.element().isRepeatedWithin |= times.isMany();
        groups.element().hasFixedPart |= times.isFixed();
    }

    /// Reads the quantifier that stands here; none means once.
    private Times times() {
        var matcher = QUANTIFIER.matcher(regex).region(at, regex.length());
        if (!matcher.lookingAt()) {
            return new Times(1, 1);
        }
        at = matcher.end();
        return switch (regex.charAt(matcher.start())) {
            case '*' -> new Times(0, MANY);
            case '+' -> new Times(1, MANY);
            case '?' -> new Times(0, 1);
            default -> {
                int min = Integer.parseInt(matcher.group("min"));
                var max = matcher.group("max");
                yield new Times(
                        min, max == null ? min : max.isEmpty() ? MANY : Integer.parseInt(max));
            }
        };
    }

    private int endOfClass() {
        int end = at;
        while (end < regex.length() && (regex.charAt(end) != ']' || end == at)) {
            end += regex.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
