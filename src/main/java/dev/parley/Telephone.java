package dev.parley;

import dev.parley.accounts.Authentication;
import dev.parley.connections.PrepareCall;
import dev.parley.connections.SocketAdmission;
import dev.parley.connections.SocketRoute;
import dev.parley.jobs.Jobs.Chore;
import dev.parley.telephony.PhoneStore;
import dev.parley.telephony.dialling.DialResource;
import dev.parley.telephony.dialling.PlaceCall;
import dev.parley.telephony.dialling.PlaceCall.Lines;
import dev.parley.telephony.dialling.PlaceCall.Numbers;
import dev.parley.telephony.lines.LineRoutes;
import dev.parley.telephony.lines.Transfer;
import dev.parley.telephony.webhooks.CarrierTrust;
import dev.parley.telephony.webhooks.WebhookRoutes;
import io.vertx.ext.web.Router;
import java.util.Optional;

/// Puts together how people reach an agent, and how it reaches them: the sockets of browsers and
/// carriers, what carriers call, and the calls agents make.
final class Telephone {
    private final Ground ground;
    private final Authentication access;
    private final Routes.Parts parts;
    private final PrepareCall prepareCall;

    Telephone(Ground ground, Authentication access, Routes.Parts parts) {
        this.ground = ground;
        this.access = access;
        this.parts = parts;
        this.prepareCall =
                new PrepareCall(
                        ground.database(),
                        parts.connections(),
                        parts.streams(),
                        ground.stores().agents(),
                        ground.stores().accounts(),
                        ground.ids(),
                        ground.clock());
    }

    /// Everything that is no operation of the API.
    void addTo(Router router) {
        var spoken = parts.voice().calls();
        var trust = new CarrierTrust(ground.config().carrier(), ground.publicUrl());
        new SocketRoute(
                        admission(),
                        parts.calls(),
                        spoken,
                        ground.config().sockets(),
                        ground.publicUrl())
                .addTo(router);
        webhooks(trust).addTo(router);
        var carrier = parts.carrier().any();
        var transfer = new Transfer(carrier, ground.config().dialling(), ground.publicUrl());
        new LineRoutes(trust, prepareCall, parts.calls(), spoken, transfer, carrier).addTo(router);
    }

    /// Work that comes back, where there is a carrier.
    Optional<Chore> chore() {
        var trust = new CarrierTrust(ground.config().carrier(), ground.publicUrl());
        return parts.carrier().any().map(webhooks(trust)::askingAfterCalls);
    }

    private WebhookRoutes webhooks(CarrierTrust trust) {
        return new WebhookRoutes(
                ground.database(),
                prepareCall,
                parts.streams(),
                parts.calls(),
                trust,
                ground.publicUrl(),
                ground.clock());
    }

    private SocketAdmission admission() {
        return new SocketAdmission(
                ground.database(),
                access,
                parts.tickets(),
                parts.connections(),
                ground.stores().agents(),
                ground.stores().accounts());
    }

    DialResource dialling() {
        var stores = ground.stores();
        var config = ground.config().dialling();
        var placeCall =
                new PlaceCall(
                        ground.database(),
                        new Numbers(
                                stores.agents(),
                                stores.accounts(),
                                stores.prospects(),
                                new PhoneStore(),
                                config),
                        prepareCall,
                        new Lines(parts.streams(), parts.calls()),
                        parts.carrier(),
                        ground.publicUrl(),
                        ground.clock());
        return new DialResource(placeCall, config);
    }
}
