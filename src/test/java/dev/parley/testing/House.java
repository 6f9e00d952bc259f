package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api.Answer;
import dev.parley.testing.Contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One organization with one record of each kind, its marker in every free text of them, and a good
/// request for every operation of the contract on those records.
public final class House {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String JSON = "application/json";

    /// Fields whose values have a form of their own; the marker would spoil them.
    private static final Set<String> FIXED =
            Set.of(
                    "status",
                    "timezone",
                    "gender",
                    "language",
                    "accent",
                    "app",
                    "sourceType",
                    "sourceName",
                    "speaker",
                    "timestamp",
                    "timestampStart",
                    "timestampEnd",
                    "sentiment_of_caller",
                    "prospectStatus",
                    "email",
                    "email_address_of_caller",
                    "hiveType",
                    "url",
                    "method",
                    "invocationTrigger",
                    "currency",
                    "agentId",
                    "depth",
                    "headers",
                    "parameters",
                    "files");

    private final Api api;
    private final String marker;
    private final Map<String, String> ids = new LinkedHashMap<>();

    private House(Api api, String marker) {
        this.api = api;
        this.marker = marker;
    }

    /// A request that its own organization may send.
    public record Prepared(String method, String path, @Nullable String body, String type) {
        public Answer by(Api client) {
            return client.send(method, path, body, type);
        }
    }

    /// @param api of the owner of an organization that has nothing yet
    public static House build(TestServer server, Api api, String marker) {
        var house = new House(api, marker);
        house.ids.put("{country_code}", "US");
        var voice = api.get("/v1/voice-models").expect(200).array().path(0).path("voice");
        house.ids.put("{model_id}", voice.path("modelId").asText());
        house.ids.put("{org_id}", id(api.get("/v1/organizations").expect(200).object()));
        house.make("{file_id}", "uploadFileV1");
        house.make("{agent_id}", "createAIAgentV1");
        house.make("{prospect_id}", "createProspectV1");
        house.make("{conversation_id}", "createConversationV1");
        house.make("{connection_id}", "createConnection");
        house.make("{hive_id}", "createHiveV1");
        house.make("{action_id}", "createActionV1");
        house.ids.put("{delivery_id}", StoredDelivery.of(server, house));
        StoredRecording.of(server, house);
        house.make("{product_id}", "createProductV1");
        house.make("{phone_id}", "purchasePhoneV1");
        house.make("{user_id}", "createUserV1");
        house.make("{key_id}", "createApiKeyV1");
        house.make("{invite_id}", "sendInviteV1");
        for (var link :
                List.of("createHiveAgentLinkV1", "createActionAgentLinkV1", "linkPhoneToAgentV1")) {
            house.prepared(Contract.operation(link)).by(api).expect(200);
        }
        return house;
    }

    private void make(String name, String operation) {
        var made = Api.read(prepared(Contract.operation(operation)).by(api).expect(200).body());
        ids.put(name, id(made.isArray() ? made.get(0) : made));
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    public Api api() {
        return api;
    }

    public String marker() {
        return marker;
    }

    /// The id a path names as `{agent_id}` and the like.
    public String id(String name) {
        return ids.getOrDefault(name, "");
    }

    public String org() {
        return id("{org_id}");
    }

    public String agent() {
        return id("{agent_id}");
    }

    public String prospect() {
        return id("{prospect_id}");
    }

    public String conversation() {
        return id("{conversation_id}");
    }

    /// Its ids by the names paths give them, what is everybody's left out.
    public Map<String, String> pathIds() {
        var own = new LinkedHashMap<>(ids);
        own.keySet().removeAll(List.of("{country_code}", "{model_id}"));
        return own;
    }

    /// A request to `operation` on the records of this organization.
    public Prepared prepared(Operation operation) {
        return on(this, operation);
    }

    /// A request to `operation` with our bodies, on records that nobody has.
    public Prepared onNobody(Operation operation) {
        var path = operation.path().replace("{country_code}", "US");
        return prepared(operation, path.replaceAll("\\{[^}]*}", "xxx.1700000000.nobody00"), this);
    }

    /// A request to `operation` with our bodies, on the records in paths and queries of `other`.
    public Prepared on(House other, Operation operation) {
        var path = operation.path();
        for (var id : other.ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
        }
        return prepared(operation, path, other);
    }

    private Prepared prepared(Operation operation, String path, House other) {
        var isForm = operation.node().at("/requestBody/content").has("multipart/form-data");
        return new Prepared(
                operation.method(),
                path + query(operation, other),
                body(operation),
                isForm ? Form.type() : JSON);
    }

    private static String query(Operation operation, House house) {
        return switch (operation.id()) {
            case "createConnection" -> "?agentId=" + house.id("{agent_id}");
            case "getHiveEvents" -> "?seconds=0";
            case "searchHive" -> "?q=soup";
            case "deleteFileV1" -> "?file_ids=" + house.id("{file_id}");
            default -> "";
        };
    }

    private @Nullable String body(Operation operation) {
        var agent = id("{agent_id}");
        var file = id("{file_id}");
        return switch (operation.id()) {
            case "createAIAgentV1", "updateAIAgentV1" -> marked(Bodies.agent());
            case "createProspectV1", "updateProspectV1" ->
                    marked(Bodies.prospect().put("email", marker + "@a.test"));
            case "createConversationV1", "updateConversationV1" -> conversation(agent);
            case "addFeedbackV1" -> marked(Bodies.comment());
            case "createConnection" -> marked(Bodies.connection());
            case "createHiveV1" -> marked(Bodies.hive(file));
            case "updateHiveV1" -> marked(Bodies.hiveContent(file));
            case "createActionV1", "updateActionV1" -> marked(Bodies.action());
            case "createProductV1", "updateProductV1" -> marked(Bodies.product(agent));
            case "createApiKeyV1", "testAction" -> "{}";
            case "placeCall" -> call();
            case "orderFromSample" -> Bodies.sampleOrder().toString();
            case "getMetricsV1MetricsPost" -> METRICS;
            case "purchasePhoneV1" -> number();
            case "createUserV1", "updateUserV1" -> user();
            case "sendInviteV1" ->
                    Api.JSON
                            .createObjectNode()
                            .put("email", address())
                            .put("role", "READ_ONLY")
                            .toString();
            case "acceptInviteV1" -> "{\"name\": \"Guest\", \"password\": \"a-long-password-1\"}";
            case "createSession" ->
                    "{\"email\": \"nobody@people.test\", \"password\": \"a-wrong-password\"}";
            case "createFirstSession" -> "{\"token\": \"prf_nobodys.link\"}";
            case "changePassword" ->
                    "{\"oldPassword\": \"a-wrong-password\", \"newPassword\": \"a-new-password\"}";
            case "createOrganizationV1" ->
                    "{\"org\": " + organization() + ", \"adminUserName\": \"A\"}";
            case "putOrganizationBranding" -> "{\"brandColor\": \"#2f6f62\"}";
            case "updateOrganizationV1" -> organization();
            case "uploadFileV1" -> form("menu.txt", "Soup " + marker);
            case "uploadAudioFileV1" -> form("tone.wav", WAV);
            default -> null;
        };
    }

    private static final String METRICS =
            """
            {"requests": [{"id": "1", "name": "CALLS", "fromDate": "2024-11-01",
              "toDate": "2024-11-30", "aggregationPeriod": "DAILY", "aggregationFormula": "COUNT"}]}
            """;

    /// A short silent one: its bytes are all ASCII, so that it travels as text.
    private static final String WAV =
            "RIFF\u0034\0\0\0WAVEfmt \u0010\0\0\0\1\0\1\0\100\37\0\0\100\37\0\0\1\0\10\0data\20\0\0\0"
                    + "@@@@@@@@@@@@@@@@";

    private String conversation(String agent) {
        var body = Bodies.conversation(agent);
        body.withObject("/conversationAnalytics")
                .put("email_address_of_caller", marker + "@b.test");
        return marked(body);
    }

    private String user() {
        return Api.JSON
                .createObjectNode()
                .put("email", address())
                .put("role", "ADMIN")
                .put("fullName", "User " + marker)
                .put("phoneNumber", "+14155550100 " + marker)
                .toString();
    }

    private String organization() {
        return Api.JSON.createObjectNode().put("name", "House " + marker).toString();
    }

    private String call() {
        var own = api.get("/v1/telephony/phones").expect(200).array().path(0);
        return Api.JSON
                .createObjectNode()
                .put("to", "+14155552671")
                .put("from", own.path("phoneNumber").asText())
                .put("prospectId", prospect())
                .toString();
    }

    private String number() {
        var offered =
                api.get("/v1/telephony/countries/US/available-phones").expect(200).array().get(0);
        return Api.JSON
                .createObjectNode()
                .put("countryCode", "US")
                .put("phoneNumber", offered.path("phoneNumber").asText())
                .toString();
    }

    private static String address() {
        return "person-" + COUNT.incrementAndGet() + "@people.test";
    }

    private static String form(String name, String content) {
        return Form.of(name, content.getBytes(StandardCharsets.ISO_8859_1)).text();
    }

    /// Adds the marker to every text that is not a name of the contract or has a form of its own.
    private String marked(ObjectNode body) {
        mark(body);
        return body.toString();
    }

    private void mark(ObjectNode body) {
        body.properties()
                .forEach(field -> {
                    var value = field.getValue();
                    if (FIXED.contains(field.getKey())) {
                        return;
                    }
                    if (value instanceof ObjectNode object) {
                        mark(object);
                    } else if (value.isArray()) {
                        for (var element : value) {
                            if (element instanceof ObjectNode object) {
                                mark(object);
                            }
                        }
                    } else if (value.isTextual()) {
                        body.put(field.getKey(), value.asText() + " " + marker);
                    }
                });
    }

    /// Its lists, whole.
    public List<String> lists() {
        return Contract.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.id().startsWith("list"))
                .map(operation -> prepared(operation).path())
                .toList();
    }
}
