package dev.parley.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Contract;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every figure is what a plain count over the same records gives, in whatever zone.
class AnalyticsIT {
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt(1_000_000));
    private static final List<String> METRICS =
            List.of(
                    "CALLS",
                    "CALL_DURATION",
                    "APPOINTMENT_SCHEDULED",
                    "PROSPECTS",
                    "INTERESTED",
                    "NOT_INTERESTED");
    private static final List<String> PERIODS = List.of("MONTHLY", "WEEKLY", "DAILY");
    private static final List<String> FORMULAS = List.of("COUNT", "SUM", "MEDIAN");

    /// Clock changes: New York and St John's, Madrid, Lord Howe by half an hour; St John's when it
    /// set clocks back over midnight, São Paulo when it left midnight out, Apia when it left out a
    /// day; and a moment without any.
    private static final List<Instant> MOMENTS =
            List.of(
                    Instant.parse("2025-03-09T05:30:00Z"),
                    Instant.parse("2025-11-02T05:30:00Z"),
                    Instant.parse("2025-03-30T01:00:00Z"),
                    Instant.parse("2025-04-05T15:00:00Z"),
                    Instant.parse("2009-11-01T02:31:00Z"),
                    Instant.parse("2017-10-15T03:00:00Z"),
                    Instant.parse("2011-12-30T10:00:00Z"),
                    Instant.parse("2024-12-31T20:00:00Z"));

    private static final List<String> ZONES =
            List.of(
                    "UTC",
                    "America/New_York",
                    "America/St_Johns",
                    "America/Sao_Paulo",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "Europe/Madrid",
                    "Pacific/Apia",
                    "Pacific/Kiritimati");

    private static TestServer server;
    private static Api api;
    private static String org;
    private static History history;

    @BeforeAll
    static void start() {
        System.out.println("AnalyticsIT: seed " + SEED + " (-Dparley.seed=" + SEED + ")");
        server = TestServer.start();
        api = server.api();
        org = Rows.texts(server, "SELECT id FROM organization").getFirst();
        var random = new Random(SEED);
        history = History.random(random, MOMENTS, 200);
        history.store(server, org);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Asked(
            String metric, String formula, String period, LocalDate from, LocalDate to) {
        ObjectNode body(String id) {
            return Api.JSON
                    .createObjectNode()
                    .put("id", id)
                    .put("name", metric)
                    .put("fromDate", from.toString())
                    .put("toDate", to.toString())
                    .put("aggregationPeriod", period)
                    .put("aggregationFormula", formula);
        }
    }

    @Test
    void countsLikeAPlainCountInEveryZone() {
        var random = new Random(SEED + 1);
        for (var zone : ZONES) {
            liveIn(zone);
            for (var app : new String[] {null, "TRATA"}) {
                var asked = new ArrayList<Asked>();
                for (var metric : METRICS) {
                    for (var period : PERIODS) {
                        for (var formula : FORMULAS) {
                            asked.add(nearAMoment(random, metric, formula, period));
                        }
                    }
                }
                assertThat(asked).hasSize(54);
                check(asked.subList(0, 27), zone, app);
                check(asked.subList(27, 54), zone, app);
            }
        }
    }

    private static Asked nearAMoment(Random random, String metric, String formula, String period) {
        var moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
        var day = moment.atZone(ZoneId.of("UTC")).toLocalDate();
        var from = day.minusDays(random.nextInt(45));
        return new Asked(metric, formula, period, from, day.plusDays(random.nextInt(45)));
    }

    private static void check(List<Asked> asked, String zone, @Nullable String app) {
        var answers = ask(asked, app == null ? "" : "?app=" + app);
        for (int i = 0; i < asked.size(); i++) {
            var request = asked.get(i);
            assertThat(answers.get(i).path("id").asText()).isEqualTo("series " + i);
            assertThat(answers.get(i).path("name").asText()).isEqualTo(request.metric);
            assertThat(points(answers.get(i)))
                    .as("%s in %s, app %s, seed %d", request, zone, app, SEED)
                    .isEqualTo(
                            history.series(
                                    request.metric,
                                    request.formula,
                                    request.period,
                                    request.from,
                                    request.to,
                                    ZoneId.of(zone),
                                    app));
        }
    }

    private static JsonNode ask(List<Asked> asked, String query) {
        var body = Api.JSON.createObjectNode();
        var requests = body.putArray("requests");
        asked.forEach(request -> requests.add(request.body("series " + requests.size())));
        return api.post("/v1/metrics" + query, body).expect(200).object().path("responses");
    }

    private static List<String> points(JsonNode series) {
        var points = new ArrayList<String>();
        series.path("datapoints")
                .forEach(p ->
                        points.add(p.path("timestamp").asText() + " " + p.path("value").asText()));
        return points;
    }

    private static void liveIn(String zone) {
        server.sql(sql -> {
            try (var update = sql.prepareStatement("UPDATE organization SET timezone = ?")) {
                update.setString(1, zone);
                update.executeUpdate();
            }
        });
    }

    @Test
    void summarisesAllTimeInTheHeadline() {
        for (var app : new String[] {null, "TRATA", "TRATA_SPARR"}) {
            var stats =
                    api.get("/v1/stats" + (app == null ? "" : "?app=" + app))
                            .expect(200)
                            .object()
                            .path("response");

            assertThat(
                            List.of(
                                    stats.path("no_of_prospects").asText(),
                                    stats.path("appointment_scheduled").asText(),
                                    stats.path("unqualified").asText(),
                                    History.plain(
                                            new BigDecimal(
                                                    stats.path("average_call_duration").asText()))))
                    .as("app %s, seed %d", app, SEED)
                    .isEqualTo(history.stats(app));
        }
        assertThat(
                        api.get("/v1/stats?app=TRATA_SPARR_V1")
                                .expect(200)
                                .object()
                                .at("/response/average_call_duration")
                                .asDouble())
                .isZero();
        api.get("/v1/stats?app=OTHER").expect(422);
    }

    @Test
    void namesBucketsByTheirFirstDayAndLeavesNoneOut() {
        liveIn("UTC");
        var from = LocalDate.parse("1999-12-30");
        var to = LocalDate.parse("2000-03-01");

        assertThat(
                        points(
                                ask(List.of(new Asked("CALLS", "COUNT", "MONTHLY", from, to)), "")
                                        .get(0)))
                .containsExactly("1999-12-01 0", "2000-01-01 0", "2000-02-01 0", "2000-03-01 0");
        assertThat(
                        points(
                                ask(
                                                List.of(
                                                        new Asked(
                                                                "PROSPECTS",
                                                                "MEDIAN",
                                                                "WEEKLY",
                                                                from,
                                                                from.plusDays(7))),
                                                "")
                                        .get(0)))
                .containsExactly("1999-12-27 0", "2000-01-03 0");
    }

    @Test
    void takesTheFirstAndTheLastDateOfTheCalendar() {
        for (var zone : List.of("Asia/Kolkata", "America/New_York", "Pacific/Kiritimati")) {
            liveIn(zone);
            for (var formula : FORMULAS) {
                for (var day : List.of("0001-01-01", "9999-12-31")) {
                    var date = LocalDate.parse(day);
                    var series =
                            ask(
                                    List.of(
                                            new Asked(
                                                    "CALL_DURATION", formula, "DAILY", date, date)),
                                    "");

                    assertThat(points(series.get(0))).containsExactly(day + " 0");
                }
            }
        }
    }

    @Test // V4
    void refusesRangesThatAreTooWide() {
        var from = LocalDate.parse("2000-01-01");
        var widest = new Asked("CALLS", "MEDIAN", "DAILY", from, from.plusDays(3_699));
        assertThat(ask(List.of(widest), "").get(0).path("datapoints")).hasSize(3_700);

        assertThat(refused(widest.body("x").put("toDate", from.plusDays(3_700).toString())))
                .contains("[\"body\",\"requests\",0,\"toDate\"]", "3700");
        for (var period : PERIODS) {
            refused(
                    widest.body("x")
                            .put("aggregationPeriod", period)
                            .put("fromDate", "0001-01-01")
                            .put("toDate", "9999-12-31"));
        }
        refused(widest.body("x").put("toDate", "1999-12-31"));
        for (var date : List.of("0000-01-01", "2025-02-29", "2025-1-1", "10000-01-01", "x", "")) {
            refused(widest.body("x").put("fromDate", date));
        }
        var many = Api.JSON.createObjectNode();
        for (int i = 0; i < 51; i++) {
            many.withArray("/requests").add(widest.body("x"));
        }
        api.post("/v1/metrics", many).expect(422);
    }

    private static String refused(ObjectNode series) {
        var body = Api.JSON.createObjectNode();
        body.putArray("requests").add(series);
        return api.post("/v1/metrics", body).expect(422).body();
    }

    @Test
    void namesEveryMistakeAtOnce() {
        var body =
                """
                {"requests": [{"id": 1, "name": "SALES", "fromDate": "yesterday",
                               "aggregationPeriod": "HOURLY", "aggregationFormula": "MEAN"}],
                 "orgIds": "mine"}
                """;

        var detail = api.post("/v1/metrics", body).expect(422).object().path("detail");

        assertThat(detail)
                .extracting(violation -> violation.path("loc").toString())
                .containsExactlyInAnyOrder(
                        "[\"body\",\"requests\",0,\"fromDate\"]",
                        "[\"body\",\"requests\",0,\"toDate\"]",
                        "[\"body\",\"requests\",0,\"id\"]",
                        "[\"body\",\"requests\",0,\"name\"]",
                        "[\"body\",\"requests\",0,\"aggregationPeriod\"]",
                        "[\"body\",\"requests\",0,\"aggregationFormula\"]",
                        "[\"body\",\"orgIds\"]");
    }

    @Test
    void answersLaterMetricsWithAnEmptySeries() {
        var day = LocalDate.parse("2025-03-09");
        var names = Contract.document().at("/components/schemas/MetricName/enum");
        assertThat(names).hasSize(40);
        var asked = new ArrayList<Asked>();
        names.forEach(name -> asked.add(new Asked(name.asText(), "SUM", "DAILY", day, day)));

        var series = ask(asked, "");

        for (int i = 0; i < asked.size(); i++) {
            assertThat(series.get(i).path("datapoints"))
                    .hasSize(METRICS.contains(asked.get(i).metric) ? 1 : 0);
        }
    }

    @Test // T5
    void tellsNothingOfOtherOrganizations() {
        liveIn("UTC");
        var other = server.foreignApi();
        var theirs = Given.agent(other);
        var foreignOrg =
                other.get("/v1/ai-agents/" + theirs).expect(200).object().path("orgId").asText();
        var before = api.get("/v1/stats").expect(200).body();
        var day = LocalDate.parse("2024-12-31");
        var asked = METRICS.stream().map(m -> new Asked(m, "SUM", "MONTHLY", day, day)).toList();
        var own = ask(asked, "");

        History.random(new Random(SEED + 2), List.of(MOMENTS.getLast()), 100)
                .store(server, foreignOrg);

        assertThat(ask(asked, "")).isEqualTo(own);
        assertThat(api.get("/v1/stats").expect(200).body()).isEqualTo(before);
        assertThat(points(restricted(asked, foreignOrg).get(0))).containsExactly("2024-12-01 0");
        assertThat(restricted(asked, foreignOrg, org)).isEqualTo(own);
        assertThat(restricted(asked)).isEqualTo(own);
        assertThat(points(own.get(0))).isNotEqualTo(List.of("2024-12-01 0"));
    }

    private static JsonNode restricted(List<Asked> asked, String... orgs) {
        var body = Api.JSON.createObjectNode();
        asked.forEach(request -> body.withArray("/requests").add(request.body("series")));
        for (var id : orgs) {
            body.withArray("/orgIds").add(id);
        }
        var numbered = api.post("/v1/metrics", body).expect(200).object().path("responses");
        for (int i = 0; i < numbered.size(); i++) {
            ((ObjectNode) numbered.get(i)).put("id", "series " + i);
        }
        return numbered;
    }

    @Test
    void countsCallsThatCameThroughTheApi() {
        liveIn("Asia/Kolkata");
        var fresh = server.foreignApi();
        var agent = Given.agent(fresh);
        Given.conversation(fresh, agent);
        Given.prospect(fresh);
        // The published call began at 05:06 UTC and took 2 minutes 20.851366 seconds.
        var body =
                """
                {"requests": [
                  {"id": "a", "name": "CALL_DURATION", "fromDate": "2024-11-10",
                   "toDate": "2024-11-11", "aggregationPeriod": "DAILY",
                   "aggregationFormula": "SUM"},
                  {"id": "b", "name": "INTERESTED", "fromDate": "2024-11-10",
                   "toDate": "2024-11-11", "aggregationPeriod": "DAILY",
                   "aggregationFormula": "COUNT"}]}
                """;

        var series = fresh.post("/v1/metrics", body).expect(200).object().path("responses");

        assertThat(points(series.get(0))).containsExactly("2024-11-10 0", "2024-11-11 140.851");
        assertThat(points(series.get(1))).containsExactly("2024-11-10 0", "2024-11-11 1");
    }
}
