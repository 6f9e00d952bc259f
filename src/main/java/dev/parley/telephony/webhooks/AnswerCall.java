package dev.parley.telephony.webhooks;

import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.ConnectionId;
import dev.parley.connections.PrepareCall;
import dev.parley.connections.PrepareCall.Wanted;
import dev.parley.platform.database.Database;
import dev.parley.telephony.PhoneStore;
import dev.parley.telephony.webhooks.CarrierCalls.CarrierCall;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// A telephone rings: finds the agent who answers that number. A call that is announced again gets
/// the answer it got before (H3).
final class AnswerCall {
    private final Database database;
    private final PhoneStore phones;
    private final PrepareCall prepareCall;
    private final CarrierStreams streams;
    private final CarrierCalls calls;
    private final InstantSource clock;

    AnswerCall(
            Database database,
            PhoneStore phones,
            PrepareCall prepareCall,
            CarrierStreams streams,
            CarrierCalls calls,
            InstantSource clock) {
        this.database = database;
        this.phones = phones;
        this.prepareCall = prepareCall;
        this.streams = streams;
        this.calls = calls;
        this.clock = clock;
    }

    /// @param from the caller's number as the carrier tells it; may be anything (H6)
    /// @param to the number that was called, E.164
    /// @return the token of the media socket; empty when nobody answers that number
    Optional<String> run(String carrier, String id, String from, String to) {
        var known = database.system(tx -> calls.find(tx, carrier, id));
        var connection =
                known.isPresent()
                        ? known.map(CarrierCall::connection)
                        : database.system(tx -> calls.owner(tx, to))
                                .flatMap(owner -> begin(carrier, id, from, owner));
        return connection.flatMap(it -> streams.token(it.value()));
    }

    private Optional<ConnectionId> begin(
            String carrier, String id, String from, CarrierCalls.Owner owner) {
        var org = owner.org();
        var begun =
                database.transact(
                        org,
                        tx ->
                                phones.find(tx, org, owner.phone())
                                        .flatMap(phone -> Optional.ofNullable(phone.agentId()))
                                        .map(agent -> prepare(carrier, from, org, agent, tx)));
        return begun.map(connection -> {
            var call = new CarrierCall(id, org, connection, false, false);
            return database.system(tx -> {
                calls.insert(tx, carrier, call, clock.instant());
                return calls.find(tx, carrier, id).map(CarrierCall::connection).orElse(connection);
            });
        });
    }

    private ConnectionId prepare(
            String carrier, String from, OrgId org, AgentId agent, org.jdbi.v3.core.Handle tx) {
        var source = carrier.equals("plivo") ? "PLIVO" : "TWILIO";
        var number = from.isBlank() || from.length() > 64 ? "anonymous" : from.strip();
        var by = "telephony";
        return prepareCall.run(
                tx, org, new Wanted(agent, source.toUpperCase(Locale.ROOT), number, null, by));
    }
}
