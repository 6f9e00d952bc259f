package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The routes of the running server are the operations of `openapi.yaml`, both ways.
class ContractTest {
    /// Opened by a route of its own, because it is no request with an answer.
    private static final String SOCKET = "GET /v1/connections/{connection_id}/socket";

    /// About the API, not of it: the contract itself, the page that shows it, the console, the page
    /// to talk on, and the figures.
    private static final Set<String> DOCUMENTATION =
            Set.of(
                    "GET /",
                    "GET /console/*",
                    "GET /console/assets/{file}",
                    "GET /talk",
                    "GET /widget.js",
                    "GET /embed",
                    "GET /page/{version}/{file}",
                    "GET /page/welcome",
                    "GET /metrics",
                    "POST /page/connections",
                    "GET /docs",
                    "GET /docs/",
                    "GET /docs/{version}/{file}",
                    "GET /openapi.yaml",
                    "GET /openapi.json");

    @Test
    void servesWhatTheContractPromisesAndNothingElse() {
        var promised = operations();
        promised.remove(SOCKET);
        promised.addAll(DOCUMENTATION);
        try (var server = TestServer.start()) {
            assertThat(server.operations()).containsExactlyInAnyOrderElementsOf(promised);
        }
    }

    private static Set<String> operations() {
        return Contract.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toSet());
    }
}
