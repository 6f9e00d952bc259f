package dev.parley.analytics;

/// How the events of a bucket become one number.
enum Formula {
    /// How many there were; of durations, how many calls have one.
    COUNT,
    /// Their sum: of durations in seconds, of everything else the same as [#COUNT].
    SUM,
    /// Of durations the median call, in seconds; of everything else the median day of the bucket,
    /// days on which nothing happened included.
    MEDIAN
}
