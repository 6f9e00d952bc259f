package dev.parley.hives.apart;

import java.time.Duration;

/// What a document may cost.
///
/// @param atOnce processes that read at one time
/// @param heapMebibytes memory of one
/// @param maxCharacters text kept of one document
/// @param standstill how long a process may work on a document without getting further
/// @param longest how long it may take by the clock
/// @param documents how many a process reads before it is replaced by a fresh one
public record ReadingLimits(
        int atOnce,
        int heapMebibytes,
        int maxCharacters,
        Duration standstill,
        Duration longest,
        int documents) {
    public static final ReadingLimits DEFAULT =
            new ReadingLimits(
                    2, 256, 8_000_000, Duration.ofSeconds(10), Duration.ofMinutes(2), 1_000);
}
