package dev.parley.analytics;

import dev.parley.platform.json.Fields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One series somebody asks for. Only days from `from` to `to` count, both included, also where the
/// first or the last bucket is wider than that.
///
/// @param id the caller's own name for it
/// @param name of the contract; see [Metric#named]
record SeriesRequest(
        String id, String name, LocalDate from, LocalDate to, Period period, Formula formula) {
    /// The most buckets of one series: ten years of days.
    static final int MOST_BUCKETS = 3_700;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> PERIODS = names(Period.values());
    private static final Set<String> FORMULAS = names(Formula.values());

    static SeriesRequest read(Fields fields) {
        var from = date(fields, "fromDate");
        var to = date(fields, "toDate");
        var request =
                new SeriesRequest(
                        fields.text("id", 0, 512),
                        fields.choice("name", Metric.NAMES),
                        from == null ? LocalDate.EPOCH : from,
                        to == null ? LocalDate.EPOCH : to,
                        Period.valueOf(fields.choice("aggregationPeriod", PERIODS)),
                        Formula.valueOf(fields.choice("aggregationFormula", FORMULAS)));
        if (from != null && to != null) {
            request.checkRange(fields);
        }
        return request;
    }

    private void checkRange(Fields fields) {
        if (to.isBefore(from)) {
            fields.wrong("toDate", "Should not be before fromDate", "value_error");
        } else if (period.count(from, to) > MOST_BUCKETS) {
            fields.wrong(
                    "toDate",
                    "A series should have at most %d buckets, and this has %d"
                            .formatted(MOST_BUCKETS, period.count(from, to)),
                    "too_long");
        }
    }

    private static @Nullable LocalDate date(Fields fields, String name) {
        var text = fields.text(name, 1, 64);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches() && !text.startsWith("0000")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // falls through to the one message for both mistakes
        }
        return fields.wrong(
                name, "Input should be a date such as 2025-12-31", "date_from_datetime_parsing");
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
