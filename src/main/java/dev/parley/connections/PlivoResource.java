package dev.parley.connections;

import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What Plivo asks when a call on a prepared connection begins. The contract has no key for it, so
/// the connection's id and a short life have to do, and the answer is of use to the media socket
/// only. Carriers want XML; the contract's acknowledgement is for clients that ask for JSON.
public final class PlivoResource {
    private final CarrierStreams streams;
    private final Supplier<URI> publicUrl;

    /// @param publicUrl how carriers reach this server; asked per request
    public PlivoResource(CarrierStreams streams, Supplier<URI> publicUrl) {
        this.streams = streams;
        this.publicUrl = publicUrl;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/connections/:connection_id/plivo-audio-stream-xml",
                        Access.PUBLIC,
                        this::getPlivoAudioStreamXml));
    }

    private Response getPlivoAudioStreamXml(Request request) {
        var token =
                streams.token(request.id("connection_id", "Connection"))
                        .orElseThrow(() -> new Problem.NotFound("Connection"));
        var base = publicUrl.get().toString().replaceFirst("^http", "ws").replaceFirst("/+$", "");
        var xml = PlivoStreamXml.of(base + "/v1/telephony/plivo/stream/" + token);
        var answer =
                wantsJson(request)
                        ? Response.acknowledged(xml)
                        : Response.of(200, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
        return answer.with("Cache-Control", "no-store");
    }

    private static boolean wantsJson(Request request) {
        var accept = request.header("accept").toLowerCase(Locale.ROOT);
        return accept.contains("application/json") && !accept.contains("xml");
    }
}
