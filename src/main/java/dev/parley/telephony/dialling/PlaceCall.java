package dev.parley.telephony.dialling;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Caller;
import dev.parley.accounts.Organization;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.calls.Calls;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.ConnectionId;
import dev.parley.connections.PrepareCall;
import dev.parley.connections.PrepareCall.Wanted;
import dev.parley.live.EndReason;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.prospects.ProspectId;
import dev.parley.prospects.ProspectStore;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.Carrier.Dialling;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.telephony.ChosenCarrier;
import dev.parley.telephony.PhoneStore;
import dev.parley.telephony.webhooks.CallDocument;
import dev.parley.telephony.webhooks.CarrierCalls;
import dev.parley.telephony.webhooks.CarrierCalls.CarrierCall;
import dev.parley.understanding.PhoneNumbers;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Lets an agent call somebody. Once the carrier has the call, its conversation begins when
/// somebody answers, and is kept as missed when nobody does.
public final class PlaceCall {
    private final Database database;
    private final Numbers numbers;
    private final PrepareCall prepareCall;
    private final CarrierStreams streams;
    private final Calls live;
    private final ChosenCarrier carrier;
    private final Supplier<URI> publicUrl;
    private final InstantSource clock;
    private final CarrierCalls calls = new CarrierCalls();

    /// What is looked up before anybody is called.
    public record Numbers(
            AgentStore agents,
            AccountStore accounts,
            ProspectStore prospects,
            PhoneStore phones,
            DialConfig config) {}

    public PlaceCall(
            Database database,
            Numbers numbers,
            PrepareCall prepareCall,
            Lines lines,
            ChosenCarrier carrier,
            Supplier<URI> publicUrl,
            InstantSource clock) {
        this.database = database;
        this.numbers = numbers;
        this.prepareCall = prepareCall;
        this.streams = lines.streams();
        this.live = lines.live();
        this.carrier = carrier;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// Where calls come to life.
    public record Lines(CarrierStreams streams, Calls live) {}

    /// A call that was given to the carrier.
    ///
    /// @param id its connection's
    /// @param callId the carrier's name for it
    public record Placed(
            ConnectionId id,
            String callId,
            AgentId agentId,
            String from,
            String to,
            String status) {}

    private record Ready(ConnectionId connection, String from, String to) {}

    Placed run(Caller caller, AgentId agent, DialInput input) {
        var chosen = carrier.required();
        var ready =
                database.transact(caller.org(), tx -> prepare(tx, caller, agent, input, chosen));
        try {
            var callId = chosen.dial(dialling(chosen, ready));
            var call = new CarrierCall(callId, caller.org(), ready.connection(), true, false);
            database.system(tx -> calls.insert(tx, chosen.name(), call, clock.instant()));
            return new Placed(
                    ready.connection(), callId, agent, ready.from(), ready.to(), "dialling");
        } catch (CarrierFailure e) {
            prepareCall
                    .invitation(caller.org(), ready.connection())
                    .ifPresent(missed -> live.miss(missed, EndReason.ERROR_CARRIER));
            throw ChosenCarrier.problem(e);
        }
    }

    private Ready prepare(
            Handle tx, Caller caller, AgentId agent, DialInput input, Carrier chosen) {
        var org = caller.org();
        if (numbers.agents().find(tx, org, agent).isEmpty()) {
            throw new Problem.NotFound("Agent");
        }
        var prospect = input.prospectId() == null ? null : new ProspectId(input.prospectId());
        if (prospect != null && numbers.prospects().find(tx, org, prospect).isEmpty()) {
            throw new Problem.NotFound("Prospect");
        }
        var organization = numbers.accounts().organization(tx, org);
        var from = from(tx, organization, agent, input);
        var to = to(organization, input, from);
        var source = chosen.name().equals("plivo") ? "PLIVO" : "TWILIO";
        var wanted = new Wanted(agent, source, to, prospect, caller.user().value());
        return new Ready(prepareCall.run(tx, org, wanted), from, to);
    }

    private String from(Handle tx, Organization organization, AgentId agent, DialInput input) {
        var phones = numbers.phones();
        if (input.from() == null) {
            return phones.ofAgent(tx, organization.id(), agent)
                    .orElseThrow(() ->
                            invalid("from", "The agent answers no number; name one to call from"))
                    .phoneNumber();
        }
        var number =
                PhoneNumbers.anywhere(input.from(), organization.country()).orElse(input.from());
        return phones.owned(tx, organization.id(), number)
                .orElseThrow(() -> invalid("from", "This is no number of the organization"))
                .phoneNumber();
    }

    /// Only where the operator lets calls go (H6).
    private String to(Organization organization, DialInput input, String from) {
        var to =
                PhoneNumbers.anywhere(input.to(), organization.country())
                        .orElseThrow(() -> invalid("to", "This is no telephone number"));
        var country = PhoneNumbers.country(to);
        var own = new HashSet<>(List.of(organization.country(), PhoneNumbers.country(from)));
        if (!numbers.config().allows(country, own)) {
            throw invalid(
                    "to",
                    "This server does not call that country; its operator may add it to"
                            + " PARLEY_DIAL_COUNTRIES");
        }
        return to;
    }

    private static Problem.Invalid invalid(String field, String message) {
        return new Problem.Invalid("body", field, message, "value_error");
    }

    private Dialling dialling(Carrier chosen, Ready ready) {
        var base = publicUrl.get().toString().replaceFirst("/+$", "");
        var hooks = base + "/v1/telephony/" + chosen.name() + "/";
        var token = streams.token(ready.connection().value()).orElseThrow();
        var socket = base.replaceFirst("^http", "ws") + "/v1/telephony/twilio/stream/" + token;
        return new Dialling(
                ready.from(),
                ready.to(),
                CallDocument.twilioStream(socket),
                URI.create(
                        base + "/v1/connections/" + ready.connection() + "/plivo-audio-stream-xml"),
                URI.create(hooks + "status"),
                URI.create(hooks + "machine-detection"));
    }
}
