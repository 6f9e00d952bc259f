package dev.parley.telephony.lines;

import dev.parley.calls.Admission;
import dev.parley.calls.Calls;
import dev.parley.calls.Handset;
import dev.parley.connections.PrepareCall;
import dev.parley.providers.carriers.Carrier;
import dev.parley.telephony.lines.CarrierLine.Calling;
import dev.parley.telephony.webhooks.CarrierTrust;
import dev.parley.telephony.webhooks.WebhookRoutes;
import dev.parley.voice.SpokenCalls;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /v1/telephony/{carrier}/stream/{token}`: the media sockets of carriers. The token is in the
/// path, because Twilio drops the query of a stream's address.
public final class LineRoutes {
    private static final Logger log = LoggerFactory.getLogger(LineRoutes.class);

    private final CarrierTrust trust;
    private final PrepareCall prepareCall;
    private final Calls calls;
    private final SpokenCalls spokenCalls;
    private final Transfer transfer;
    private final Optional<Carrier> carrier;

    /// @param transfer how calls are passed on
    /// @param carrier asked to end calls
    public LineRoutes(
            CarrierTrust trust,
            PrepareCall prepareCall,
            Calls calls,
            SpokenCalls spokenCalls,
            Transfer transfer,
            Optional<Carrier> carrier) {
        this.trust = trust;
        this.prepareCall = prepareCall;
        this.calls = calls;
        this.spokenCalls = spokenCalls;
        this.transfer = transfer;
        this.carrier = carrier;
    }

    public void addTo(Router router) {
        router.getWithRegex("/v1/telephony/(?<carrier>twilio|plivo)/stream/(?<token>[0-9a-f]{32})")
                .handler(this::knocked);
    }

    private void knocked(RoutingContext context) {
        var request = context.request();
        var name = String.valueOf(context.pathParam("carrier"));
        var signed = WebhookRoutes.signed(request.uri(), request.headers(), request, Map.of());
        if (!trust.isCarriers(name, signed)) {
            request.response().setStatusCode(403).end();
            return;
        }
        request.pause();
        var loop = context.vertx().getOrCreateContext();
        var token = String.valueOf(context.pathParam("token"));
        Thread.ofVirtual()
                .name("carrier-knock")
                .start(() -> {
                    boolean isKnown = isKnown(token);
                    loop.runOnContext(_ -> {
                        request.resume();
                        open(request, loop, name, token, isKnown);
                    });
                });
    }

    private boolean isKnown(String token) {
        try {
            return prepareCall.invitation(token).isPresent();
        } catch (RuntimeException e) {
            log.warn("A media socket cannot be opened: {}", e.toString());
            return false;
        }
    }

    private void open(
            HttpServerRequest request, Context loop, String name, String token, boolean isKnown) {
        if (!isKnown) {
            request.response().setStatusCode(404).end();
            return;
        }
        var dialect = name.equals("plivo") ? Dialect.PLIVO : Dialect.TWILIO;
        request.toWebSocket()
                .onSuccess(socket ->
                        new CarrierLine(socket, loop, dialect, calling(token), spokenCalls)
                                .listen())
                .onFailure(_ -> {});
    }

    private Calling calling(String token) {
        return new Calling() {
            @Override
            public Optional<Admission> admit(String callId) {
                return prepareCall.invitation(token).map(calls::admit);
            }

            @Override
            public void transfer(String callId, String number) {
                var organization =
                        prepareCall
                                .invitation(token)
                                .orElseThrow(() -> new Handset.Refused("the call is over."))
                                .organization();
                transfer.run(organization, callId, number);
            }

            @Override
            public void hangUp(String callId) {
                try {
                    carrier.ifPresent(it -> it.hangUp(callId));
                } catch (RuntimeException e) {
                    log.warn("The carrier was not told to hang up: {}", e.getMessage());
                }
            }
        };
    }
}
