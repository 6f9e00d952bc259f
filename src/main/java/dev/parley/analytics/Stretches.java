package dev.parley.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;

/// A zone's days as stretches of time, each with the number of the bucket its local date lies in.
/// Where clocks change, days have 23, 24.5 or 25 hours, one may be missing, and where clocks are
/// set back over midnight a day is left and comes again: the reason why these are stretches and not
/// one range per bucket.
///
/// @param starts rising, seconds since 1970; the last one is where the last stretch ends
/// @param buckets of each stretch, from 1; 0 for those outside the range
record Stretches(long[] starts, int[] buckets) {
    /// The days from `from` to `to`.
    ///
    /// @param firsts the first day of each bucket, rising
    static Stretches of(Collection<LocalDate> firsts, LocalDate from, LocalDate to, ZoneId zone) {
        var numbers = new TreeMap<LocalDate, Integer>();
        firsts.forEach(first -> numbers.put(first, numbers.size() + 1));
        var starts = new TreeSet<Long>();
        addStarts(starts, from, zone);
        firsts.stream().filter(from::isBefore).forEach(first -> addStarts(starts, first, zone));
        addStarts(starts, to.plusDays(1), zone);
        addClockChanges(starts, zone);
        var buckets =
                starts.stream()
                        .mapToInt(start -> {
                            var day = Instant.ofEpochSecond(start).atZone(zone).toLocalDate();
                            return day.isBefore(from) || day.isAfter(to)
                                    ? 0
                                    : numbers.floorEntry(day).getValue();
                        });
        return new Stretches(starts.stream().mapToLong(s -> s).toArray(), buckets.toArray());
    }

    long first() {
        return starts[0];
    }

    long end() {
        return starts[starts.length - 1];
    }

    /// The midnights at which `day` begins: one as a rule, two where clocks go back over it, none
    /// where they leave it out.
    private static void addStarts(TreeSet<Long> starts, LocalDate day, ZoneId zone) {
        var midnight = day.atStartOfDay();
        var offsets = zone.getRules().getValidOffsets(midnight);
        offsets.forEach(offset -> starts.add(midnight.toEpochSecond(offset)));
        if (offsets.isEmpty()) {
            starts.add(day.atStartOfDay(zone).toEpochSecond());
        }
    }

    private static void addClockChanges(TreeSet<Long> starts, ZoneId zone) {
        var rules = zone.getRules();
        long end = starts.last();
        var change = rules.nextTransition(Instant.ofEpochSecond(starts.first()));
        while (change != null && change.toEpochSecond() < end) {
            starts.add(change.toEpochSecond());
            change = rules.nextTransition(change.getInstant());
        }
    }
}
