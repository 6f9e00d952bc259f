package dev.parley.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Records tests begin with. Bodies are JSON, never the server's own request records.
public final class Given {
    private static final List<String> NOT_IN_REQUESTS =
            List.of(
                    "orgId",
                    "prospectId",
                    "aiAgentId",
                    "status",
                    "createdBy",
                    "createdAt",
                    "updatedBy",
                    "updatedAt");

    private Given() {}

    /// A body that makes an agent.
    public static ObjectNode agentBody() {
        return (ObjectNode)
                Api.read(
                        """
                        {"name": "Mira", "imageUrl": "", "status": "active", "role": "receptionist",
                         "roleDescription": "Answers calls", "timezone": "Europe/Madrid",
                         "mission": {"greeting": "Hello!", "prompt": "We open at nine.",
                                     "farewell": "Bye!"}}
                        """);
    }

    /// The id of a new agent.
    public static String agent(Api api) {
        return api.post("/v1/ai-agents", agentBody()).expect(200).object().path("id").asText();
    }

    /// The id of a new agent that greets so.
    public static String agent(Api api, String greeting) {
        var body = agentBody();
        ((ObjectNode) body.path("mission")).put("greeting", greeting);
        return api.post("/v1/ai-agents", body).expect(200).object().path("id").asText();
    }

    /// An agent that has this very id.
    public static void agentWithId(TestServer server, Api api, String id) {
        var made = agent(api);
        server.sql(sql -> {
            sql.setAutoCommit(false);
            try (var set =
                            sql.prepareStatement(
                                    """
                                    SELECT set_config('parley.org_id',
                                        (SELECT org_id FROM member LIMIT 1), true)
                                    """);
                    var rename = sql.prepareStatement("UPDATE agent SET id = ? WHERE id = ?")) {
                set.execute();
                rename.setString(1, id);
                rename.setString(2, made);
                rename.executeUpdate();
            }
            sql.commit();
        });
    }

    /// A body that makes a prospect.
    public static ObjectNode prospectBody() {
        return (ObjectNode)
                Api.read(
                        """
                        {"name": "Ana", "email": "ana@example.com", "phoneNumber": "415 555 2671",
                         "status": "NEW"}
                        """);
    }

    /// A telephone number that is bought, of a server whose carrier is simulated.
    public static String phone(Api api) {
        var offers = api.get("/v1/telephony/countries/US/available-phones").expect(200).array();
        var number = offers.path(0).path("phoneNumber").asText();
        var body = Api.JSON.createObjectNode().put("countryCode", "US").put("phoneNumber", number);
        api.post("/v1/telephony/phones", body).expect(200);
        return number;
    }

    public static String prospect(Api api) {
        return api.post("/v1/prospects", prospectBody()).expect(200).object().path("id").asText();
    }

    /// The request that stores what `published` shows.
    public static ObjectNode requestFor(ObjectNode published, String agent) {
        var request = published.deepCopy();
        request.remove(NOT_IN_REQUESTS);
        return request.put("agentId", agent);
    }

    public static String conversation(Api api, String agent) {
        var request = requestFor(Golden.read("seed-response.json"), agent);
        return api.post("/v1/conversations", request).expect(200).object().path("id").asText();
    }
}
