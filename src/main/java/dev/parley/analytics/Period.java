package dev.parley.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/// How wide a bucket is. Weeks start on Monday.
enum Period {
    MONTHLY(ChronoUnit.MONTHS) {
        @Override
        LocalDate first(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    },
    WEEKLY(ChronoUnit.WEEKS) {
        @Override
        LocalDate first(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    },
    DAILY(ChronoUnit.DAYS) {
        @Override
        LocalDate first(LocalDate day) {
            return day;
        }
    };

    private final ChronoUnit unit;

    Period(ChronoUnit unit) {
        this.unit = unit;
    }

    /// The first day of the bucket that holds `day`.
    abstract LocalDate first(LocalDate day);

    /// How many buckets hold a day from `from` to `to`.
    long count(LocalDate from, LocalDate to) {
        return unit.between(first(from), first(to)) + 1;
    }

    /// The first days of those buckets, in order.
    Stream<LocalDate> buckets(LocalDate from, LocalDate to) {
        var first = first(from);
        return Stream.iterate(0L, i -> i + 1).limit(count(from, to)).map(i -> first.plus(i, unit));
    }
}
