package dev.parley.telephony.webhooks;

import dev.parley.calls.Calls;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.PrepareCall;
import dev.parley.jobs.Jobs.Chore;
import dev.parley.platform.database.Database;
import dev.parley.providers.carriers.Carrier;
import dev.parley.telephony.PhoneStore;
import dev.parley.telephony.webhooks.CarrierTrust.Signed;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /v1/telephony/{carrier}/voice`, `…/status` and `…/machine-detection`: what carriers call.
/// They are no part of the API, and answered in the carriers' own way.
public final class WebhookRoutes {
    private static final Logger log = LoggerFactory.getLogger(WebhookRoutes.class);
    private static final int MAX_BODY = 64 << 10;
    private static final int MAX_VALUE = 512;

    /// Carriers ask again, or give a call up, when they wait long (H8).
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final CarrierTrust trust;
    private final AnswerCall answerCall;
    private final CallProgress progress;
    private final AskAfterCalls askAfterCalls;
    private final Supplier<URI> publicUrl;

    public WebhookRoutes(
            Database database,
            PrepareCall prepareCall,
            CarrierStreams streams,
            Calls live,
            CarrierTrust trust,
            Supplier<URI> publicUrl,
            InstantSource clock) {
        var calls = new CarrierCalls();
        this.trust = trust;
        this.publicUrl = publicUrl;
        this.answerCall =
                new AnswerCall(database, new PhoneStore(), prepareCall, streams, calls, clock);
        this.progress = new CallProgress(database, calls, prepareCall, streams, live, clock);
        this.askAfterCalls = new AskAfterCalls(database, calls, progress, live, clock);
    }

    /// Makes up for webhooks that are lost.
    public Chore askingAfterCalls(Carrier carrier) {
        return askAfterCalls.of(carrier);
    }

    public void addTo(Router router) {
        router.postWithRegex(
                        "/v1/telephony/(?<carrier>twilio|plivo|simulated)/(?<what>voice|status|machine-detection)")
                .handler(this::receive);
        router.postWithRegex(
                        "/v1/telephony/(?<carrier>plivo)/(?<what>transfer)/(?<number>[1-9][0-9]{5,14})")
                .handler(this::receive);
    }

    private void receive(RoutingContext context) {
        var request = context.request();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > MAX_BODY) {
                request.pause();
                answer(request.response(), 413, "");
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(_ -> {
            if (!request.response().ended()) {
                Thread.ofVirtual()
                        .name("carrier-webhook")
                        .start(() -> handle(context, body.toString()));
            }
        });
    }

    private void handle(RoutingContext context, String body) {
        var request = context.request();
        var carrier = String.valueOf(context.pathParam("carrier"));
        var what = String.valueOf(context.pathParam("what"));
        try {
            var form = form(body);
            if (!trust.isCarriers(carrier, signed(request, form))) {
                answer(request.response(), 403, "");
                return;
            }
            // the carrier's signature covers the address, which we gave it, with the number in it
            var answer =
                    what.equals("transfer")
                            ? CallDocument.plivoDial(String.valueOf(context.pathParam("number")))
                            : soon(carrier, what, form);
            answer(request.response(), 200, answer);
        } catch (RuntimeException e) {
            log.warn("A webhook of {} failed: {}", carrier, e.toString());
            answer(request.response(), 503, "");
        }
    }

    /// The answer, or one that is good for the time until there is one: a call that rings is asked
    /// about again in a moment, and what was told of it is done once the database can.
    private String soon(String carrier, String what, Map<String, List<String>> form) {
        var answer =
                CompletableFuture.supplyAsync(
                        () -> answer(carrier, what, form),
                        task -> Thread.ofVirtual().name("carrier-answer").start(task));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.whenComplete((_, e) -> tell(carrier, e));
            return what.equals("voice")
                    ? CallDocument.askAgain(here(carrier), carrier.equals("plivo"))
                    : CallDocument.nothing();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void tell(String carrier, @Nullable Throwable problem) {
        if (problem != null) {
            log.warn("A webhook of {} failed after its answer: {}", carrier, problem.toString());
        }
    }

    private String here(String carrier) {
        var base = publicUrl.get().toString().replaceFirst("/+$", "");
        return base + "/v1/telephony/" + carrier + "/voice";
    }

    private String answer(String carrier, String what, Map<String, List<String>> form) {
        boolean isPlivo = carrier.equals("plivo");
        var id = value(form, isPlivo ? "CallUUID" : "CallSid");
        if (id.isEmpty()) {
            return CallDocument.nothing();
        }
        switch (what) {
            case "voice" -> {
                var from = value(form, "From");
                var to = number(value(form, "To"));
                var socket =
                        answerCall
                                .run(carrier, id, isPlivo ? number(from) : from, to)
                                .map(token -> socket(isPlivo ? "plivo" : "twilio", token));
                return isPlivo
                        ? socket.map(CallDocument::plivoStream).orElseGet(CallDocument::plivoReject)
                        : socket.map(CallDocument::twilioStream)
                                .orElseGet(CallDocument::twilioReject);
            }
            case "status" -> progress.ended(carrier, id, value(form, "CallStatus"));
            default ->
                    progress.answeredBy(
                            carrier, id, value(form, isPlivo ? "Machine" : "AnsweredBy"));
        }
        return CallDocument.nothing();
    }

    private String socket(String dialect, String token) {
        var base = publicUrl.get().toString().replaceFirst("^http", "ws").replaceFirst("/+$", "");
        return base + "/v1/telephony/" + dialect + "/stream/" + token;
    }

    /// Plivo's numbers have no `+`.
    private static String number(String text) {
        return text.matches("[1-9][0-9]{5,14}") ? "+" + text : text;
    }

    private static Signed signed(HttpServerRequest request, Map<String, List<String>> form) {
        return signed(request.uri(), request.headers(), request, form);
    }

    /// Whoever opens a socket, or sends a form.
    public static Signed signed(
            String uri,
            MultiMap headers,
            HttpServerRequest request,
            Map<String, List<String>> form) {
        var address = request.remoteAddress().hostAddress();
        boolean isLocal =
                address != null
                        && (address.startsWith("127.")
                                || address.equals("::1")
                                || address.equals("0:0:0:0:0:0:0:1"));
        return new Signed(
                uri, name -> Objects.requireNonNullElse(headers.get(name), ""), form, isLocal);
    }

    private static String value(Map<String, List<String>> form, String name) {
        var all = form.getOrDefault(name, List.of());
        var value = all.size() == 1 ? all.getFirst() : "";
        return value.length() > MAX_VALUE ? "" : value;
    }

    private static Map<String, List<String>> form(String body) {
        var form = new LinkedHashMap<String, List<String>>();
        for (var pair : body.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            form.computeIfAbsent(name, _ -> new java.util.ArrayList<>()).add(value);
        }
        return form;
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void answer(HttpServerResponse response, int status, String xml) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        response.putHeader("Content-Type", "application/xml");
        response.putHeader("Cache-Control", "no-store");
        response.end(xml);
    }
}
