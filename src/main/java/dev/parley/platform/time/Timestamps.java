package dev.parley.platform.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The API's timestamps: written in UTC with microseconds and no zone suffix, read with or without
/// a zone.
public final class Timestamps {
    private static final String FORM = "0000-00-00T00:00:00.000000";
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern READ =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final DateTimeFormatter LOCAL =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ZONED =
            new DateTimeFormatterBuilder()
                    .append(LOCAL)
                    .appendPattern("[XXX][XX]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// Years have four digits, also after a zone has moved a date over a year's end.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Timestamps() {}

    /// `instant` as the API writes it, for example `2024-11-11T05:06:20.733912`.
    public static String write(Instant instant) {
        return WRITTEN.format(instant);
    }

    /// Whether `text` is a timestamp exactly as this class writes it. Transcripts have hundreds of
    /// them, so this reads digits where [#read] would parse.
    public static boolean isWritten(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        int month = two(text, 5);
        int day = two(text, 8);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= 28
                && two(text, 11) < 24
                && two(text, 14) < 60
                && two(text, 17) < 60;
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    /// The instant of a timestamp this class wrote or read before.
    public static Instant instant(String written) {
        if (!isWritten(written)) {
            return read(written).orElseThrow(() -> new IllegalArgumentException("Not a timestamp"));
        }
        return LocalDateTime.of(
                        100 * two(written, 0) + two(written, 2),
                        two(written, 5),
                        two(written, 8),
                        two(written, 11),
                        two(written, 14),
                        two(written, 17),
                        Integer.parseInt(written, 20, 26, 10) * 1_000)
                .toInstant(ZoneOffset.UTC);
    }

    /// The instant `text` names; a missing zone means UTC. Empty when it is not a timestamp or not
    /// a date of the calendar.
    public static Optional<Instant> read(String text) {
        var match = READ.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var normal = text.replace(' ', 'T');
        try {
            var instant =
                    match.group(2) == null
                            ? LocalDateTime.parse(normal, LOCAL).toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(normal, ZONED).toInstant();
            return Optional.of(instant).filter(i -> !i.isBefore(FIRST) && !i.isAfter(LAST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
