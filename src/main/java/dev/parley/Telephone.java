package dev.parley;

import dev.parley.agents.AgentStore;
import dev.parley.calls.Calls;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.ConnectionStore;
import dev.parley.connections.PrepareCall;
import dev.parley.providers.carriers.Carrier;
import dev.parley.telephony.PhoneStore;
import dev.parley.telephony.lines.LineRoutes;
import dev.parley.telephony.webhooks.CarrierTrust;
import dev.parley.telephony.webhooks.WebhookRoutes;
import dev.parley.voice.SpokenCalls;
import io.vertx.ext.web.Router;
import java.util.Optional;

/// Puts the telephone together: what carriers call, and the sockets they open.
final class Telephone {
    private final WebhookRoutes webhooks;
    private final LineRoutes lines;

    Telephone(
            Ground ground,
            CarrierStreams streams,
            Calls calls,
            SpokenCalls spoken,
            Optional<Carrier> carrier) {
        var prepareCall =
                new PrepareCall(
                        ground.database(),
                        new ConnectionStore(),
                        streams,
                        new AgentStore(),
                        ground.stores().accounts(),
                        ground.ids(),
                        ground.clock());
        var trust = new CarrierTrust(ground.config().carrier(), ground.publicUrl());
        this.webhooks =
                new WebhookRoutes(
                        ground.database(),
                        new PhoneStore(),
                        prepareCall,
                        streams,
                        calls,
                        trust,
                        ground.publicUrl(),
                        ground.clock());
        this.lines = new LineRoutes(trust, prepareCall, calls, spoken, carrier);
    }

    void addTo(Router router) {
        webhooks.addTo(router);
        lines.addTo(router);
    }
}
