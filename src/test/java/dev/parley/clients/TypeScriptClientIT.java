package dev.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A client that OpenAPI Generator makes drives every operation; the stories are TypeScript, in
/// `clients/typescript-smoke`.
class TypeScriptClientIT {
    private static final String OPERATOR_KEY = "the-key-of-who-runs-the-servers-of-these-tests";
    private static final Map<String, String> SETTINGS =
            Map.of("PARLEY_OPERATOR_KEY", OPERATOR_KEY, "PARLEY_CARRIER", "simulated");

    @Test
    void servesAClientOfTheVendorsContractUnchanged() throws IOException {
        drive(
                "vendor",
                ClientSchema.withoutAdditions(ClientSchema.whole()),
                "parley.test.ts",
                "stories/additions.ts");
    }

    @Test
    void servesAClientOfOurContract() throws IOException {
        drive("parley", ClientSchema.whole());
    }

    private static void drive(String name, ObjectNode schema, String... without)
            throws IOException {
        var project = SmokeProject.of(name, schema, without);
        try (var server = TestServer.start(SETTINGS)) {
            var output =
                    project.test(
                            Map.of(
                                    "PARLEY_URL",
                                    server.url().toString(),
                                    "PARLEY_FIRST_LINK",
                                    server.firstLink().orElseThrow().toString(),
                                    "PARLEY_KEY",
                                    TestServer.KEY,
                                    "PARLEY_OPERATOR_KEY",
                                    OPERATOR_KEY,
                                    "PARLEY_CONTRACT",
                                    project.contract().toString()));
            assertThat(output).contains("every operation of the contract was called");
        }
    }
}
