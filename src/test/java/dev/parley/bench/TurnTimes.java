package dev.parley.bench;

import java.util.Arrays;

/// When the providers of one turn were asked and when they answered, in nanoseconds of the
/// machine's clock, which its processes share.
///
/// @param stream which caller's sound it is, counted from 0
/// @param wordsAsked the last words were asked for
/// @param words they were told
/// @param modelAsked the model was asked
/// @param token it told all of its words
/// @param speechAsked the voice was asked
/// @param sound it gave its sound
record TurnTimes(
        int stream,
        long wordsAsked,
        long words,
        long modelAsked,
        long token,
        long speechAsked,
        long sound) {
    static TurnTimes parse(String line) {
        var parts = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new TurnTimes(
                (int) parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }
}
