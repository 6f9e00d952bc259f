package dev.parley.call;

import dev.parley.call.sound.Signals;
import dev.parley.call.sound.Sound;
import dev.parley.call.sound.Telephony;
import dev.parley.platform.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The far end of both kinds of socket: greets with a second of sound, is silent when the caller
/// speaks, and answers with another second when the caller has been quiet for 200 milliseconds.
final class FakeAgent implements AutoCloseable {
    private static final int TICK = 20;
    private static final int TURN_FRAMES = 50;
    private static final int LEAD_FRAMES = 5;
    private static final int QUIET_FRAMES = 10;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeAgent() {
        server =
                vertx.createHttpServer()
                        .requestHandler(this::ring)
                        .webSocketHandler(this::open)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    String socketUrl(String path) {
        return "ws://127.0.0.1:" + server.actualPort() + path;
    }

    /// Every text it was sent, media aside.
    List<String> texts() {
        return texts;
    }

    private void ring(HttpServerRequest request) {
        var xml =
                "<Response><Connect><Stream url=\"%s\"><Parameter name=\"a\" value=\"b &amp; c\"/></Stream></Connect></Response>"
                        .formatted(socketUrl("/twilio"));
        request.response().putHeader("Content-Type", "text/xml").end(xml);
    }

    private void open(ServerWebSocket socket) {
        var talk = new Talk(socket, socket.path().equals("/twilio"));
        socket.textMessageHandler(talk::text);
        socket.binaryMessageHandler(talk::bytes);
        long timer = vertx.setPeriodic(TICK, _ -> talk.tick());
        socket.closeHandler(_ -> vertx.cancelTimer(timer));
    }

    private final class Talk {
        private final ServerWebSocket socket;
        private final boolean isTwilio;
        private int turn = 1;
        private int left = TURN_FRAMES;
        private int quiet;
        private boolean isCallerSpeaking;

        Talk(ServerWebSocket socket, boolean isTwilio) {
            this.socket = socket;
            this.isTwilio = isTwilio;
            if (!isTwilio) {
                command("SERVER_TO_CLIENT_SYNC", "Hello.");
            }
            for (int i = 0; i < LEAD_FRAMES; i++) {
                tick();
            }
        }

        void tick() {
            if (left == 0) {
                return;
            }
            left--;
            sound();
            if (left == 0 && isTwilio) {
                socket.writeTextMessage(
                        "{\"event\":\"mark\",\"streamSid\":\"MZ\",\"mark\":{\"name\":\"turn "
                                + turn
                                + "\"}}");
            } else if (left == 0) {
                command("END_OF_TURN", "");
            }
        }

        private void sound() {
            var sound = Signals.tone(isTwilio ? 8_000 : 16_000, 300, TICK).samples();
            if (isTwilio) {
                var payload = Base64.getEncoder().encodeToString(Telephony.encode(sound));
                socket.writeTextMessage(
                        "{\"event\":\"media\",\"streamSid\":\"MZ\",\"media\":{\"payload\":\""
                                + payload
                                + "\"}}");
            } else {
                var bytes = ByteBuffer.allocate(sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asShortBuffer().put(sound);
                socket.writeBinaryMessage(Buffer.buffer(bytes.array()));
            }
        }

        void text(String text) {
            try {
                var frame = Json.parse(text.getBytes(StandardCharsets.UTF_8));
                if (frame.path("event").asText().equals("media")) {
                    var payload = frame.path("media").path("payload").asText();
                    hear(Telephony.decode(Base64.getDecoder().decode(payload)));
                } else {
                    texts.add(text);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void bytes(Buffer buffer) {
            var samples = new short[buffer.length() / 2];
            ByteBuffer.wrap(buffer.getBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            hear(samples);
        }

        private void hear(short[] samples) {
            if (Sound.isAudible(samples, 0, samples.length)) {
                quiet = 0;
                if (!isCallerSpeaking) {
                    isCallerSpeaking = true;
                    left = 0;
                    stop();
                }
            } else if (isCallerSpeaking && ++quiet == QUIET_FRAMES) {
                isCallerSpeaking = false;
                turn++;
                left = TURN_FRAMES;
                if (!isTwilio) {
                    command("SERVER_TO_CLIENT_SYNC", "Answer.");
                }
            }
        }

        private void stop() {
            if (isTwilio) {
                socket.writeTextMessage("{\"event\":\"clear\",\"streamSid\":\"MZ\"}");
            } else {
                command("ABORT_AUDIO", "");
            }
        }

        private void command(String command, String payload) {
            socket.writeTextMessage(
                    Json.write(
                            Json.object()
                                    .put("command", command)
                                    .put("payloadType", "TEXT")
                                    .put("payload", payload)
                                    .put("user_dialog_id", "dia." + turn)));
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
