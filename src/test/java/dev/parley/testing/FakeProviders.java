package dev.parley.testing;

import dev.parley.call.sound.Sound;
import dev.parley.call.sound.Wav;
import dev.parley.platform.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// A recogniser (Deepgram's protocol), a language model (OpenAI's chat completions, streamed) and a
/// voice (OpenAI's speech) that take exactly as long as they are told to. On one event loop, so
/// that hundreds of calls cost little.
public final class FakeProviders implements AutoCloseable {
    private static final int SSE_MAX = 256 << 10;
    private static final int AUDIBLE = 1_500;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final ProviderTurns turns = new ProviderTurns();
    private final Delays delays;
    private final Says says;
    private final Buffer voice;
    private final HttpServer server;

    /// How long each takes.
    ///
    /// @param words from being asked for the last words to telling them
    /// @param token from the question to the model's first words
    /// @param sound from the text to the first sound
    public record Delays(Duration words, Duration token, Duration sound) {}

    /// What the caller is heard to say each time, and what the model answers. Where `%s` stands,
    /// the turn is named: by it the providers know which question belongs to which words.
    public record Says(String caller, String model) {}

    private FakeProviders(int port, Delays delays, Says says, Sound voice) {
        this.delays = delays;
        this.says = says;
        this.voice = Buffer.buffer(file(voice));
        var options = new HttpServerOptions().setTcpNoDelay(true).setMaxWebSocketFrameSize(SSE_MAX);
        this.server =
                vertx.createHttpServer(options)
                        .webSocketHandler(Recogniser::new)
                        .requestHandler(this::answer)
                        .listen(port, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    /// @param voice what every sentence sounds like
    public static FakeProviders start(Delays delays, Says says, Sound voice) {
        return new FakeProviders(0, delays, says, voice);
    }

    public int port() {
        return server.actualPort();
    }

    private static byte[] file(Sound voice) {
        try {
            var file = new ByteArrayOutputStream();
            Wav.write(file, voice);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/v1/chat/completions" -> request.body().onSuccess(body -> think(request, body));
            case "/v1/audio/speech" -> request.body().onSuccess(body -> voice(request, body));
            case "/streams" -> request.response().end(Integer.toString(turns.streams()));
            case "/turns" -> request.response().end(turns.told());
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void voice(HttpServerRequest request, Buffer body) {
        var turn = turns.named(body.toString());
        turn.speechAsked = System.nanoTime();
        later(
                delays.sound(),
                () -> {
                    turn.sound = System.nanoTime();
                    request.response().putHeader("Content-Type", "audio/wav").end(voice);
                });
    }

    private void think(HttpServerRequest request, Buffer body) {
        var asked = body.toJsonObject();
        if (!asked.getBoolean("stream", false)) {
            request.response().putHeader("Content-Type", "application/json");
            request.response().end("{\"choices\":[{\"message\":{\"content\":\"{}\"}}]}");
            return;
        }
        var turn = turns.named(body.toString());
        turn.modelAsked = System.nanoTime();
        later(
                delays.token(),
                () -> {
                    turn.token = System.nanoTime();
                    var response = request.response();
                    response.putHeader("Content-Type", "text/event-stream").setChunked(true);
                    var words = says.model().formatted(turn.name);
                    response.end(event(words, null) + event("", "stop") + "data: [DONE]\n\n");
                });
    }

    private static String event(String text, @org.jspecify.annotations.Nullable String finish) {
        var chunk = Json.object().put("object", "chat.completion.chunk");
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta").put("content", text);
        choice.put("finish_reason", finish);
        return "data: " + Json.write(chunk) + "\n\n";
    }

    private void later(Duration delay, Runnable task) {
        if (delay.toMillis() == 0) {
            task.run();
        } else {
            vertx.setTimer(delay.toMillis(), _ -> task.run());
        }
    }

    /// One caller being listened to.
    private final class Recogniser {
        private final ServerWebSocket socket;
        private final int stream = turns.stream();
        private ProviderTurns.Turn turn = turns.begin(stream);
        private int loud;
        private boolean hasGuessed;

        Recogniser(ServerWebSocket socket) {
            this.socket = socket;
            socket.binaryMessageHandler(this::hear);
            socket.textMessageHandler(this::obey);
        }

        private void hear(Buffer sound) {
            int loudest = 0;
            for (int at = 0; at + 1 < sound.length(); at += 32) {
                loudest = Math.max(loudest, Math.abs(sound.getShortLE(at)));
            }
            loud += loudest > AUDIBLE ? 1 : 0;
            // after about 200 milliseconds of voice there are words
            if (loud >= 5 && !hasGuessed) {
                hasGuessed = true;
                results(says.caller().formatted(turn.name), false);
            }
        }

        private void obey(String message) {
            if (message.contains("Finalize")) {
                var ended = turn;
                var words = loud >= 2 ? says.caller().formatted(ended.name) : "";
                ended.wordsAsked = System.nanoTime();
                loud = 0;
                hasGuessed = false;
                turn = turns.begin(stream);
                later(
                        delays.words(),
                        () -> {
                            ended.words = System.nanoTime();
                            results(words, true);
                        });
            } else if (message.contains("CloseStream")) {
                socket.close();
            }
        }

        private void results(String words, boolean isFinal) {
            if (socket.isClosed()) {
                return;
            }
            var json = Json.object().put("type", "Results").put("is_final", isFinal);
            json.put("speech_final", isFinal).put("from_finalize", isFinal);
            json.putArray("channel_index").add(0).add(1);
            json.putObject("channel")
                    .putArray("alternatives")
                    .addObject()
                    .put("transcript", words)
                    .put("confidence", 0.99);
            socket.writeTextMessage(Json.write(json));
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
