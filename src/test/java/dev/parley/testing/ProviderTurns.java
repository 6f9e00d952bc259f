package dev.parley.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// When the providers were asked and when they answered, turn by turn. For one event loop.
final class ProviderTurns {
    /// No word of any language, so that nothing is made of it.
    private static final Pattern NAME = Pattern.compile("\\bxq[a-j]{8}xq\\b");

    private static final int MOST_TURNS = 10_000;

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private int streams;
    private int begun;

    /// Moments of one turn, of [System#nanoTime()]; 0 for what has not happened.
    static final class Turn {
        final int stream;
        final String name;
        long wordsAsked;
        long words;
        long modelAsked;
        long token;
        long speechAsked;
        long sound;

        Turn(int stream, String name) {
            this.stream = stream;
            this.name = name;
        }
    }

    /// How many streams of sound there have been.
    int streams() {
        return streams;
    }

    /// The number of a new stream, from 0.
    int stream() {
        return streams++;
    }

    Turn begin(int stream) {
        var name = new StringBuilder("xq");
        "%08d".formatted(begun++).chars().forEach(digit -> name.append((char) (digit - '0' + 'a')));
        var turn = new Turn(stream, name.append("xq").toString());
        if (turns.size() < MOST_TURNS) {
            turns.put(turn.name, turn);
        }
        return turn;
    }

    /// The turn that is named last in `text`; one that nobody asks for when none is.
    Turn named(String text) {
        var last = new Turn(-1, "");
        for (var found = NAME.matcher(text); found.find(); ) {
            last = turns.getOrDefault(found.group(), last);
        }
        return last;
    }

    /// A line for each turn that has come to its sound: its stream and its six moments. They are
    /// forgotten.
    String told() {
        var done = turns.values().stream().filter(turn -> turn.sound != 0).toList();
        done.forEach(turn -> turns.remove(turn.name));
        return done.stream()
                .map(turn ->
                        "%d %d %d %d %d %d %d"
                                .formatted(
                                        turn.stream,
                                        turn.wordsAsked,
                                        turn.words,
                                        turn.modelAsked,
                                        turn.token,
                                        turn.speechAsked,
                                        turn.sound))
                .collect(Collectors.joining("\n"));
    }
}
