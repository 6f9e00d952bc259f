package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which conversation is whose: by hand, by what was said, and when one of the two goes.
class ConversationLinksIT {
    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void linksOneProspectAtATime() {
        var conversation = untold();
        var first = prospect(null, null);
        var second = prospect(null, null);

        api.post(link(conversation, first)).expect(200);
        assertThat(prospectOf(conversation)).isEqualTo(first);
        assertThat(conversationsOf(first)).contains(conversation);

        api.post(link(conversation, second)).expect(200);
        assertThat(prospectOf(conversation)).isEqualTo(second);
        assertThat(conversationsOf(first)).isEmpty();

        api.delete(link(conversation, first)).expect(404);
        api.delete(link(conversation, second)).expect(200);
        api.delete(link(conversation, second)).expect(404);
        assertThat(get(conversation).get("prospectId").isNull()).isTrue();
    }

    @Test
    void linksNothingThatIsNotThere() {
        var conversation = untold();
        var prospect = prospect(null, null);

        api.post(link(conversation, "pro.1700000000.nobody00")).expect(404);
        api.post(link("con.1700000000.nobody00", prospect)).expect(404);
        api.delete(link("con.1700000000.nobody00", prospect)).expect(404);
        api.get("/v1/prospects/pro.1700000000.nobody00/conversations").expect(404);
    }

    @Test
    void unlinksTheConversationsOfAProspectThatIsDeleted() {
        var body = Bodies.conversation(agent);
        body.withObject("/conversationStats").put("agent_dialog_ratio", 1e-300);
        var conversation = api.post("/v1/conversations", body).expect(200).object();
        var id = conversation.path("id").asText();
        api.delete("/v1/prospects/" + conversation.path("prospectId").asText()).expect(200);

        var kept = get(id);

        assertThat(kept.get("prospectId").isNull()).isTrue();
        assertThat(kept.path("transcriptText")).isEqualTo(conversation.path("transcriptText"));
        api.put("/v1/conversations/" + id, Bodies.conversation(agent)).expect(200);
    }

    @Test
    void recognisesANumberHoweverItIsSpelt() {
        var number = "415 555 %04d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000));
        var digits = number.replace(" ", "");
        var prospect = prospect(number, null);

        for (var spelt :
                new String[] {
                    "+1" + digits,
                    "1-" + digits,
                    "(415) 555-" + digits.substring(6),
                    digits,
                    "415.555." + digits.substring(6)
                }) {
            assertThat(told("Somebody", spelt, null)).as(spelt).isEqualTo(prospect);
        }
        assertThat(told("Somebody", "+44 20 7946 0" + digits.substring(7), null))
                .isNotEqualTo(prospect);
    }

    @Test
    void recognisesAnAddressInAnyCase() {
        var prospect = prospect(null, "Kim.Lee@Example.com");

        assertThat(told(null, null, "kim.lee@example.COM")).isEqualTo(prospect);
        assertThat(told("Other Name", null, " KIM.LEE@EXAMPLE.COM ")).isEqualTo(prospect);
        assertThat(told("Kim", null, "kimlee@example.com")).isNotEqualTo(prospect);
    }

    @Test
    void recognisesNobodyByTheNameAlone() {
        var first = told("Jordan Smith", null, null);

        assertThat(told("Jordan Smith", null, null)).isNotEqualTo(first);
        assertThat(told("Jordan Smith", "", " ")).isNotEqualTo(first);
        assertThat(told("A", null, "unknown")).isNotEqualTo(told("B", null, "unknown"));
    }

    @Test
    void makesNobodyOfACallerWhoSaidNothing() {
        var body = Bodies.conversation(agent);
        body.withObject("/conversationAnalytics")
                .put("name_of_caller", "")
                .put("phone_number_of_caller", " ")
                .putNull("email_address_of_caller");

        var made = api.post("/v1/conversations", body).expect(200).object();

        assertThat(made.get("prospectId").isNull()).isTrue();
    }

    @Test
    void movesARecognisedProspectOnAndKeepsWhatWasKnown() {
        var prospect = prospect("(212) 555-0147", null);
        told("Heard Name", "212 555 0147", "heard@example.com");

        var moved = api.get("/v1/prospects/" + prospect).expect(200).object();

        assertThat(moved.path("name").asText()).isEqualTo("Known Name");
        assertThat(moved.path("phoneNumber").asText()).isEqualTo("(212) 555-0147");
        assertThat(moved.path("email").asText()).isEqualTo("heard@example.com");
        assertThat(moved.path("status").asText()).isEqualTo("SERVICE_ORDER_PLACED");
        assertThat(moved.path("updatedBy").asText()).isEqualTo("trata-system");
    }

    @Test
    void analysesAnImportedConversationAndLinksIt() {
        var body = Bodies.conversation(agent);
        body.putNull("conversationAnalytics").putNull("transcriptSummary");
        says(body, "My name is Marta Soler and my number is 650 555 0199.");

        var id = api.post("/v1/conversations", body).expect(200).object().path("id").asText();

        var analysed = analysed(id);
        assertThat(analysed.path("transcriptSummary").asText()).isNotEmpty();
        var prospect = api.get("/v1/prospects/" + analysed.path("prospectId").asText()).object();
        assertThat(prospect.path("phoneNumber").asText()).contains("0199");
        assertThat(prospect.path("createdBy").asText()).isEqualTo("trata-system");
    }

    @Test
    void analysesAConversationThatGotItsEndLater() {
        var body = Bodies.conversation(agent);
        body.putNull("conversationAnalytics").putNull("timestampEnd").putNull("transcriptText");
        var id = api.post("/v1/conversations", body).expect(200).object().path("id").asText();
        var ended = Bodies.conversation(agent).putNull("conversationAnalytics");

        api.put("/v1/conversations/" + id, ended).expect(200);

        assertThat(analysed(id).path("conversationAnalytics").path("summary").isTextual()).isTrue();
    }

    @Test
    void letsPeopleOverruleAMatch() {
        var matched = prospect("+1 202 555 0143", null);
        var chosen = prospect(null, null);
        var linked = callOf("202 555 0143");
        var unlinked = callOf("202 555 0143");
        api.post(link(linked, chosen)).expect(200);
        api.post(link(unlinked, chosen)).expect(200);
        api.delete(link(unlinked, chosen)).expect(200);

        end(linked, "202 555 0143");
        end(unlinked, "202 555 0143");

        assertThat(analysed(linked).path("prospectId").asText()).isEqualTo(chosen);
        assertThat(analysed(unlinked).get("prospectId").isNull()).isTrue();
        assertThat(conversationsOf(matched)).isEmpty();
    }

    private static String callOf(String number) {
        var body = Bodies.conversation(agent);
        body.putNull("conversationAnalytics").putNull("timestampEnd");
        says(body, "My number is " + number + ".");
        return api.post("/v1/conversations", body).expect(200).object().path("id").asText();
    }

    private static void end(String id, String number) {
        var body = Bodies.conversation(agent).putNull("conversationAnalytics");
        says(body, "My number is " + number + ".");
        api.put("/v1/conversations/" + id, body).expect(200);
    }

    private static void says(ObjectNode body, String words) {
        ((ObjectNode) body.withArray("/transcriptText").get(1)).put("message", words);
    }

    private static JsonNode analysed(String id) {
        return Await.value(
                "the analysis of " + id,
                () ->
                        Optional.<JsonNode>of(get(id))
                                .filter(c -> c.path("conversationAnalytics").isObject()));
    }

    /// A conversation that tells nothing about its caller.
    private static String untold() {
        var body = Bodies.conversation(agent);
        body.putNull("conversationAnalytics").putNull("timestampEnd");
        return api.post("/v1/conversations", body).expect(200).object().path("id").asText();
    }

    /// The prospect of a conversation whose caller told this.
    private static String told(
            @Nullable String name, @Nullable String phone, @Nullable String email) {
        var body = Bodies.conversation(agent);
        body.withObject("/conversationAnalytics")
                .put("name_of_caller", name)
                .put("phone_number_of_caller", phone)
                .put("email_address_of_caller", email)
                .put("prospectStatus", "SERVICE_ORDER_PLACED");
        return api.post("/v1/conversations", body).expect(200).object().path("prospectId").asText();
    }

    private static String prospect(@Nullable String phone, @Nullable String email) {
        var body = Bodies.prospect().put("name", "Known Name");
        body.put("phoneNumber", phone).put("email", email);
        return api.post("/v1/prospects", body).expect(200).object().path("id").asText();
    }

    private static ObjectNode get(String conversation) {
        return api.get("/v1/conversations/" + conversation).expect(200).object();
    }

    private static String prospectOf(String conversation) {
        return get(conversation).path("prospectId").asText();
    }

    private static java.util.List<String> conversationsOf(String prospect) {
        return api.get("/v1/prospects/" + prospect + "/conversations")
                .expect(200)
                .array()
                .findValuesAsText("id");
    }

    private static String link(String conversation, String prospect) {
        return "/v1/conversations/%s/prospects/%s/links".formatted(conversation, prospect);
    }
}
