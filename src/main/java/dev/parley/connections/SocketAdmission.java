package dev.parley.connections;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.AccountStore.Held;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.agents.AgentStore;
import dev.parley.calls.Invitation;
import dev.parley.live.Limits;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Decides, before a socket is opened, whose it is and which agent it leads to.
public final class SocketAdmission {
    private static final Set<String> KEYS_IN_QUERY =
            Set.of(
                    "key",
                    "apikey",
                    "token",
                    "accesstoken",
                    "callkey",
                    "secret",
                    "auth",
                    "authorization",
                    "bearer",
                    "password");

    private final Database database;
    private final Authentication authentication;
    private final Tickets tickets;
    private final ConnectionStore connections;
    private final AgentStore agents;
    private final AccountStore accounts;

    public SocketAdmission(
            Database database,
            Authentication authentication,
            Tickets tickets,
            ConnectionStore connections,
            AgentStore agents,
            AccountStore accounts) {
        this.database = database;
        this.authentication = authentication;
        this.tickets = tickets;
        this.connections = connections;
        this.agents = agents;
        this.accounts = accounts;
    }

    /// Somebody wants to open the socket of `connection`.
    ///
    /// @param credentials what the request says of its sender
    /// @param tickets the values of every `ticket` in the query
    /// @param queryNames the names of everything in the query
    record Knock(
            ConnectionId connection,
            Credentials credentials,
            List<String> tickets,
            Set<String> queryNames) {}

    /// The call the socket is for. Waits for the database.
    ///
    /// @throws Problem.Unauthorized without a key or a ticket that opens this connection
    /// @throws Problem.Forbidden when the key is not for calls
    /// @throws Problem.NotFound when the key's organization has no such connection
    Invitation admit(Knock knock) {
        var held = heldBy(knock);
        var org = held.org();
        return database.transact(
                org,
                tx -> {
                    if (!accounts.worthless(tx, Set.of(held)).isEmpty()) {
                        throw new Problem.Unauthorized();
                    }
                    var connection =
                            connections
                                    .find(tx, org, knock.connection())
                                    .orElseThrow(() -> new Problem.NotFound("Connection"));
                    var agent =
                            agents.find(tx, org, connection.agentId())
                                    .orElseThrow(() -> new Problem.NotFound("Agent"));
                    return new Invitation(
                            connection.id().value(),
                            agent,
                            accounts.organization(tx, org),
                            connection.sourceId(),
                            connection.sourceName(),
                            held.credential(),
                            connection.prospectId(),
                            Limits.TYPED);
                });
    }

    private Held heldBy(Knock knock) {
        if (knock.queryNames().stream().anyMatch(SocketAdmission::isKey)) {
            throw new Problem.Unauthorized();
        }
        if (!knock.credentials().authorization().isEmpty()) {
            var caller = (Caller) authentication.toCall().admit(knock.credentials());
            return new Held(caller.org(), caller.credential());
        }
        if (knock.tickets().size() != 1) {
            throw new Problem.Unauthorized();
        }
        return tickets.redeem(knock.tickets().getFirst())
                .filter(admission -> admission.connection().equals(knock.connection()))
                .map(admission -> new Held(admission.org(), admission.credential()))
                .orElseThrow(Problem.Unauthorized::new);
    }

    /// A key in an address ends up in histories and in the logs of proxies.
    private static boolean isKey(String name) {
        return KEYS_IN_QUERY.contains(
                name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""));
    }
}
