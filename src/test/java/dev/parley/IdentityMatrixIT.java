package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Contract;
import dev.parley.testing.Contract.Operation;
import dev.parley.testing.House;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every operation × everybody who might ask: who gets in, who does not, and what nobody sees (T1,
/// T14, K1, K4, K7, K10).
class IdentityMatrixIT {
    /// What a key for calls opens.
    private static final Set<String> CALLS =
            Set.of("createConnection", "createTicket", "getOrganizationBrandingV1");

    /// Asked by those whose invitation or the operator's key says who they are.
    private static final Set<String> OF_OTHERS = Set.of("acceptInviteV1", "createOrganizationV1");

    /// A GET that makes a key, and one that shows a secret.
    private static final Set<String> FOR_ADMINISTRATORS =
            Set.of("getCallKeyV1", "getSigningSecret");

    /// Changes nothing but is sent as one that does, and the other way round.
    private static final Set<String> READS = Set.of("getMetricsV1MetricsPost");

    /// What a member does with their own session and password.
    private static final Set<String> OWN =
            Set.of("deleteSessions", "deleteCurrentSession", "changePassword");

    private static TestServer server;
    private static House ours;
    private static House theirs;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("PARLEY_CARRIER", "simulated"));
        ours = House.build(server, server.api(), "canary-ours-51c7");
        theirs = House.build(server, server.foreignApi(), "canary-theirs-9e02");
        Await.jobsDone(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Operation> operations() {
        return Contract.operations().stream()
                .filter(operation -> !operation.id().equals("openSocket"))
                .toList();
    }

    @Test // K1, K4
    void letsNobodyInWithoutAGoodKey() {
        var nobodies = new LinkedHashMap<String, Api>();
        nobodies.put("nobody", new Api(server.url(), "an-unknown-key-that-looks-like-one-000"));
        nobodies.put("revoked", server.revokedApi());
        nobodies.put("expired", server.expiredApi());
        var before = Rows.of(server);
        for (var operation : operations()) {
            if (operation.isPublic()) {
                continue;
            }
            for (var nobody : nobodies.entrySet()) {
                var answer = ours.prepared(operation).by(nobody.getValue());
                assertThat(answer.status())
                        .as("%s by %s: %s", operation.id(), nobody.getKey(), answer.body())
                        .isEqualTo(401);
            }
        }
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // K10
    void letsReadersReadOnly() {
        var reader = server.readOnlyApi();
        var before = Rows.of(server);
        for (var operation : operations()) {
            if (operation.isPublic() || OWN.contains(operation.id())) {
                continue;
            }
            var reads =
                    (operation.method().equals("GET") || READS.contains(operation.id()))
                            && !FOR_ADMINISTRATORS.contains(operation.id());
            var answer = ours.prepared(operation).by(reader);
            assertThat(answer.status())
                    .as("%s: %s", operation.id(), answer.body())
                    .isIn(
                            reads
                                    ? Set.of(200, 404)
                                    : OF_OTHERS.contains(operation.id())
                                            ? Set.of(403, 422)
                                            : Set.of(403));
        }
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // K7
    void letsKeysForCallsBeginCallsOnly() {
        var caller = server.callKeyApi();
        for (var operation : operations()) {
            if (operation.isPublic()) {
                continue;
            }
            var answer = ours.prepared(operation).by(caller);
            assertThat(answer.status())
                    .as("%s: %s", operation.id(), answer.body())
                    .isIn(
                            CALLS.contains(operation.id())
                                    ? Set.of(200)
                                    : OF_OTHERS.contains(operation.id())
                                            ? Set.of(403, 422)
                                            : Set.of(403));
        }
    }

    @Test // T1, T4, T5
    void showsNobodyWhatIsSomebodyElses() {
        for (var operation : operations()) {
            if (operation.method().equals("DELETE")) {
                continue;
            }
            var answer = ours.prepared(operation).by(ours.api());
            assertThat(answer.body()).as(operation.id()).doesNotContain(theirs.marker());
        }
    }

    @Test
    void letsOwnersDoEverything() {
        var house = House.build(server, server.foreignApi(), "canary-owner-77aa");
        var statuses = new LinkedHashMap<String, Integer>();
        for (var operation : inOrder(operations())) {
            if (operation.isPublic()
                    || OF_OTHERS.contains(operation.id())
                    || OWN.contains(operation.id())) {
                continue;
            }
            var answer = house.prepared(operation).by(house.api());
            statuses.put(operation.id(), answer.status());
            assertThat(answer.status()).as("%s: %s", operation.id(), answer.body()).isEqualTo(200);
        }
        System.out.println("IdentityMatrixIT: " + statuses.size() + " operations by an owner");
    }

    /// Makes, then reads, then unlinks, then removes; the organization last.
    private static List<Operation> inOrder(List<Operation> operations) {
        var sorted = new ArrayList<>(operations);
        sorted.sort(
                Comparator.comparingInt(operation ->
                        !operation.method().equals("DELETE")
                                ? 0
                                : operation.path().contains("link")
                                        ? 1
                                        : operation.id().equals("deleteOrganizationV1") ? 3 : 2));
        return sorted;
    }
}
