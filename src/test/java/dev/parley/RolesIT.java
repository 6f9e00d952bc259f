package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Contract;
import dev.parley.testing.Contract.Operation;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every operation of the contract that is served, asked by every role (K7, K10): who may not is
/// told so before anything is read or looked up, and everybody else is not.
class RolesIT {
    private static final Set<String> FOR_CALLS =
            Set.of("createConnection", "createTicket", "getOrganizationBrandingV1");
    private static final Set<String> FOR_OWNERS = Set.of("deleteOrganizationV1");
    private static final Set<String> FOR_THE_OPERATOR = Set.of("createOrganizationV1");

    /// What everybody does for themselves.
    private static final Set<String> ONES_OWN =
            Set.of("acceptInviteV1", "changePassword", "deleteSessions", "deleteCurrentSession");

    /// A GET that makes something, one that shows a secret, and a POST that only reads.
    private static final Set<String> MORE_THAN_READING = Set.of("getCallKeyV1", "getSigningSecret");

    private static final Set<String> READS = Set.of("/v1/metrics");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void k10LetsAReaderReadAndChangeNothing() {
        assertThat(refused(server.readOnlyApi()))
                .isEqualTo(
                        named(o ->
                                !ONES_OWN.contains(o.id())
                                        && !READS.contains(o.path())
                                        && (!o.method().equals("GET")
                                                || MORE_THAN_READING.contains(o.id()))));
    }

    @Test
    void k7LetsACallKeyBeginCallsOnly() {
        assertThat(refused(server.callKeyApi())).isEqualTo(named(o -> !FOR_CALLS.contains(o.id())));
    }

    @Test
    void k10LeavesTheEndOfTheOrganizationToItsOwners() {
        var expected = named(o -> FOR_OWNERS.contains(o.id()) || FOR_THE_OPERATOR.contains(o.id()));

        assertThat(refused(server.apiOf("ADMIN"))).isEqualTo(expected);
        assertThat(refused(server.apiOf("RESELLER_ADMIN"))).isEqualTo(expected);
    }

    @Test
    void k10LetsAnOwnerDoAllButTheOperatorsWork() {
        assertThat(refused(server.foreignApi()))
                .isEqualTo(named(o -> FOR_THE_OPERATOR.contains(o.id())));
    }

    @Test
    void k1LetsNobodyInWithoutAKeyThatWorks() {
        var all = named(_ -> true);
        assertThat(answered(server.revokedApi(), 401)).isEqualTo(all);
        assertThat(answered(server.expiredApi(), 401)).isEqualTo(all);
    }

    private static Set<String> refused(Api api) {
        return answered(api, 403);
    }

    /// Asks every operation for what is not there, its last one the organization's end.
    private static Set<String> answered(Api api, int status) {
        var found = new TreeSet<String>();
        for (var operation : operations()) {
            var path = operation.path().replaceAll("\\{\\w+}", "xxx.1700000000.nobodyss");
            var body = operation.method().equals("GET") ? null : "{}";
            if (api.send(operation.method(), path, body).status() == status) {
                found.add(operation.id());
            }
        }
        return found;
    }

    private static Set<String> named(Predicate<Operation> which) {
        var names = new TreeSet<String>();
        operations().stream().filter(which).map(Operation::id).forEach(names::add);
        return names;
    }

    private static List<Operation> operations() {
        return Contract.operations().stream()
                .filter(operation -> !operation.id().equals("openSocket"))
                .filter(o ->
                        !o.node().path("security").isArray()
                                || !o.node().path("security").isEmpty())
                .sorted((a, b) ->
                        Boolean.compare(FOR_OWNERS.contains(a.id()), FOR_OWNERS.contains(b.id())))
                .toList();
    }
}
