package dev.parley.analytics;

import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an organization has been through, and what its figures are, worked out without SQL: events
/// are put on local dates one by one.
record History(List<Call> calls, List<Met> prospects) {
    private static final List<String> APPS = List.of("TRATA", "TRATA_SPARR");
    private static final Set<String> APPOINTMENTS =
            Set.of("SCHEDULED_APPOINTMENT_WITH_PERSON", "SCHEDULED_APPOINTMENT_FOR_SERVICE");
    private static final Set<String> INTERESTED =
            Set.of(
                    "SCHEDULED_CALLBACK_WITH_BOT",
                    "SCHEDULED_APPOINTMENT_WITH_PERSON",
                    "SCHEDULED_APPOINTMENT_FOR_SERVICE",
                    "PRODUCT_ORDER_PLACED",
                    "SERVICE_ORDER_PLACED");
    private static final List<String> STAGES =
            Stream.concat(
                            INTERESTED.stream().sorted(),
                            Stream.of("NEW", "GENERAL_ENQUIRY", "NOT_INTERESTED"))
                    .toList();

    /// @param end may be before the start, as in some imports
    /// @param prospect its place in the list of prospects, or -1
    record Call(
            Instant start,
            @Nullable Instant end,
            @Nullable String app,
            @Nullable String stage,
            int prospect) {
        @Nullable BigDecimal seconds() {
            return end == null || end.isBefore(start)
                    ? null
                    : BigDecimal.valueOf(Duration.between(start, end).toNanos(), 9);
        }
    }

    record Met(Instant made, String stage) {}

    private record Event(LocalDate day, BigDecimal value) {}

    /// Calls and prospects close to each of `moments`.
    static History random(Random random, List<Instant> moments, int each) {
        var calls = new ArrayList<Call>();
        var prospects = new ArrayList<Met>();
        for (var moment : moments) {
            for (int i = 0; i < each; i++) {
                if (i % 3 == 0) {
                    prospects.add(new Met(near(random, moment), pick(random, STAGES)));
                }
                var start = near(random, moment);
                calls.add(
                        new Call(
                                start,
                                switch (random.nextInt(10)) {
                                    case 0 -> null;
                                    case 1 -> start.minusSeconds(1 + random.nextInt(90));
                                    case 2 -> start;
                                    default ->
                                            start.plusNanos(
                                                    random.nextLong(1_200_000_000L) * 1_000);
                                },
                                random.nextInt(3) == 0 ? null : pick(random, APPS),
                                random.nextInt(3) == 0 ? null : pick(random, STAGES),
                                random.nextInt(prospects.size() + 1) - 1));
            }
        }
        return new History(calls, prospects);
    }

    /// Microseconds, as the database keeps them; close to a clock change or weeks away from it.
    private static Instant near(Random random, Instant moment) {
        long reach = random.nextBoolean() ? 4L * 3_600 : 40L * 86_400;
        long micros = random.nextLong(-reach * 1_000_000, reach * 1_000_000);
        return moment.plusSeconds(micros / 1_000_000).plusNanos(micros % 1_000_000 * 1_000);
    }

    private static String pick(Random random, List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /// What the series should be, `day value` for each bucket.
    List<String> series(
            String metric,
            String formula,
            String period,
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            @Nullable String app) {
        var events =
                events(metric, zone, app).stream()
                        .filter(e -> !e.day.isBefore(from) && !e.day.isAfter(to))
                        .toList();
        return from.datesUntil(to.plusDays(1))
                .map(day -> first(day, period))
                .distinct()
                .map(bucket -> {
                    var inside =
                            events.stream()
                                    .filter(e -> first(e.day, period).equals(bucket))
                                    .toList();
                    var days =
                            from.datesUntil(to.plusDays(1))
                                    .filter(day -> first(day, period).equals(bucket))
                                    .toList();
                    return bucket + " " + value(metric, formula, inside, days);
                })
                .toList();
    }

    private static String value(
            String metric, String formula, List<Event> events, List<LocalDate> days) {
        boolean measured = metric.equals("CALL_DURATION");
        var number =
                switch (formula) {
                    case "COUNT" -> BigDecimal.valueOf(events.size());
                    case "SUM" ->
                            events.stream()
                                    .map(Event::value)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                    default ->
                            measured
                                    ? median(events.stream().map(Event::value).toList())
                                    : median(
                                            days.stream()
                                                    .map(day ->
                                                            events.stream()
                                                                    .filter(e -> e.day.equals(day))
                                                                    .count())
                                                    .map(BigDecimal::valueOf)
                                                    .toList());
                };
        return plain(number);
    }

    static String plain(BigDecimal number) {
        return number.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal median(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }

    private List<Event> events(String metric, ZoneId zone, @Nullable String app) {
        Function<Instant, LocalDate> day = at -> at.atZone(zone).toLocalDate();
        if (metric.equals("PROSPECTS")) {
            return known(app).stream()
                    .map(met -> new Event(day.apply(met.made), BigDecimal.ONE))
                    .toList();
        }
        return calls.stream()
                .filter(call -> app == null || app.equals(call.app))
                .filter(call ->
                        switch (metric) {
                            case "CALLS" -> true;
                            case "CALL_DURATION" -> call.seconds() != null;
                            case "APPOINTMENT_SCHEDULED" -> isIn(call.stage, APPOINTMENTS);
                            case "INTERESTED" -> isIn(call.stage, INTERESTED);
                            default -> "NOT_INTERESTED".equals(call.stage);
                        })
                .map(call ->
                        new Event(
                                day.apply(call.start),
                                metric.equals("CALL_DURATION")
                                        ? Objects.requireNonNull(call.seconds())
                                        : BigDecimal.ONE))
                .toList();
    }

    private static boolean isIn(@Nullable String stage, Set<String> stages) {
        return stage != null && stages.contains(stage);
    }

    /// The prospects met through `app`.
    private List<Met> known(@Nullable String app) {
        if (app == null) {
            return prospects;
        }
        return calls.stream()
                .filter(call -> call.prospect >= 0 && app.equals(call.app))
                .map(Call::prospect)
                .distinct()
                .map(prospects::get)
                .toList();
    }

    /// The headline counters: prospects, appointments, unqualified, average seconds.
    List<String> stats(@Nullable String app) {
        var known = known(app);
        var seconds =
                calls.stream()
                        .filter(call -> app == null || app.equals(call.app))
                        .map(Call::seconds)
                        .filter(Objects::nonNull)
                        .map(s -> Objects.requireNonNull(s))
                        .toList();
        var sum = seconds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(
                String.valueOf(known.size()),
                String.valueOf(known.stream().filter(m -> APPOINTMENTS.contains(m.stage)).count()),
                String.valueOf(
                        known.stream().filter(m -> m.stage.equals("NOT_INTERESTED")).count()),
                plain(
                        seconds.isEmpty()
                                ? sum
                                : sum.divide(
                                        BigDecimal.valueOf(seconds.size()),
                                        12,
                                        RoundingMode.HALF_UP)));
    }

    private static LocalDate first(LocalDate day, String period) {
        return switch (period) {
            case "MONTHLY" -> day.withDayOfMonth(1);
            case "WEEKLY" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> day;
        };
    }

    /// Writes it all into the database as the organization's.
    void store(TestServer server, String org) {
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, org);
            storeCalls(sql, org);
            storeProspects(sql, org);
            sql.commit();
        });
    }

    private void storeCalls(Connection sql, String org) throws SQLException {
        var insert =
                """
                INSERT INTO conversation (org_id, id, agent_id, source, source_type, status,
                    started_at, ended_at, app, prospect_status, prospect_id, created_by, created_at,
                    updated_at, document)
                VALUES (?, ?, 'aia.1', 'x', 'BROWSER', 'active', ?, ?, ?, ?, ?, 'u', now(), now(),
                    '{}')
                """;
        try (var statement = sql.prepareStatement(insert)) {
            int number = 0;
            for (var call : calls) {
                statement.setString(1, org);
                statement.setString(2, "con.1700000000." + number++);
                statement.setTimestamp(3, Timestamp.from(call.start));
                statement.setTimestamp(4, call.end == null ? null : Timestamp.from(call.end));
                statement.setString(5, call.app);
                statement.setString(6, call.stage);
                statement.setString(7, call.prospect < 0 ? null : "pro.1." + call.prospect);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void storeProspects(Connection sql, String org) throws SQLException {
        var insert =
                """
                INSERT INTO prospect (org_id, id, status, created_by, created_at, updated_at,
                    document)
                VALUES (?, ?, ?, 'u', ?, now(), '{}')
                """;
        try (var statement = sql.prepareStatement(insert)) {
            int number = 0;
            for (var met : prospects) {
                statement.setString(1, org);
                statement.setString(2, "pro.1." + number++);
                statement.setString(3, met.stage);
                statement.setTimestamp(4, Timestamp.from(met.made));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
