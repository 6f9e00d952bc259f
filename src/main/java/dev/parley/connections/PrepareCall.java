package dev.parley.connections;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.calls.Invitation;
import dev.parley.connections.CarrierStreams.Opened;
import dev.parley.live.Limits;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes connections for telephone calls, and finds what a carrier's socket is for.
public final class PrepareCall {
    private final Database database;
    private final ConnectionStore connections;
    private final CarrierStreams streams;
    private final AgentStore agents;
    private final AccountStore accounts;
    private final Ids ids;
    private final InstantSource clock;

    public PrepareCall(
            Database database,
            ConnectionStore connections,
            CarrierStreams streams,
            AgentStore agents,
            AccountStore accounts,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.connections = connections;
        this.streams = streams;
        this.agents = agents;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Who is to talk with whom.
    ///
    /// @param carrier `TWILIO` or `PLIVO`
    /// @param number of the person at the other end
    /// @param by who asked for it
    public record Wanted(
            AgentId agent,
            String carrier,
            String number,
            @Nullable ProspectId prospect,
            String by) {}

    /// A connection whose socket a carrier may open from now on.
    public ConnectionId run(Handle tx, OrgId org, Wanted wanted) {
        var now = Timestamps.write(clock.instant());
        var connection =
                new Connection(
                        new ConnectionId(ids.next("cnx")),
                        org,
                        wanted.carrier(),
                        wanted.number(),
                        Json.object(),
                        wanted.agent(),
                        wanted.prospect(),
                        wanted.by(),
                        now,
                        wanted.by(),
                        now);
        connections.insert(tx, org, connection);
        streams.begin(tx, org, connection.id());
        return connection.id();
    }

    /// What the token of a media socket's address is for; empty for a wrong one. Waits for the
    /// database.
    public Optional<Invitation> invitation(String token) {
        return streams.open(token).flatMap(this::invitation);
    }

    private Optional<Invitation> invitation(Opened opened) {
        return invitation(opened.org(), opened.connection());
    }

    /// The call of a connection; empty when it is gone, or its agent is.
    public Optional<Invitation> invitation(OrgId org, ConnectionId id) {
        return database.transact(
                org,
                tx ->
                        connections
                                .find(tx, org, id)
                                .flatMap(connection ->
                                        agents.find(tx, org, connection.agentId())
                                                .map(agent ->
                                                        new Invitation(
                                                                id.value(),
                                                                agent,
                                                                accounts.organization(tx, org),
                                                                connection.sourceId(),
                                                                connection.sourceName(),
                                                                null,
                                                                connection.prospectId(),
                                                                Limits.SPOKEN))));
    }
}
