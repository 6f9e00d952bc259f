package dev.parley.providers.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.Pcm;
import dev.parley.providers.Breaker;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.recognition.SpeechToText.Heard;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One caller's stream to Deepgram. Everything happens on one event loop.
final class DeepgramStream implements SpeechToText.Listening {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FINALIZE = "{\"type\":\"Finalize\"}";
    private static final String KEEP_ALIVE = "{\"type\":\"KeepAlive\"}";
    private static final String CLOSE = "{\"type\":\"CloseStream\"}";

    /// Two frames a message: fewer messages, and no word waits longer for it.
    private static final int FRAMES_TOGETHER = 2;

    /// Ten seconds before there is a connection.
    private static final int MAX_WAITING = 10 * 1_000 / (Pcm.FRAME_MILLIS * FRAMES_TOGETHER);

    /// The provider closes a stream on which it hears nothing for ten seconds.
    private static final Duration KEEP_ALIVE_EVERY = Duration.ofSeconds(5);

    private static final Duration SETTLE_WITHIN = Duration.ofMillis(1_500);

    private final Context context;
    private final Consumer<Heard> heard;
    private final Breaker breaker;
    private final Deque<Buffer> waiting = new ArrayDeque<>();
    private final byte[] sound = new byte[2 * Pcm.FRAME * FRAMES_TOGETHER];
    private final long keepAlive;
    private int filled;
    private @Nullable WebSocket socket;
    private String guess = "";
    private int settling;
    private int asked;
    private int answered;
    private boolean isAlive;
    private boolean hasSpoken;
    private boolean hasWords;
    private boolean isIdle;
    private boolean isOver;

    DeepgramStream(Context context, Consumer<Heard> heard, Breaker breaker) {
        this.context = context;
        this.heard = heard;
        this.breaker = breaker;
        this.keepAlive = context.owner().setPeriodic(KEEP_ALIVE_EVERY.toMillis(), _ -> stayAlive());
    }

    void opened(WebSocket opened) {
        if (isOver) {
            opened.close();
            return;
        }
        socket = opened;
        opened.textMessageHandler(this::receive);
        opened.exceptionHandler(_ -> broke());
        opened.closeHandler(_ -> broke());
        waiting.forEach(opened::writeBinaryMessage);
        waiting.clear();
        for (int i = 0; i < settling; i++) {
            opened.writeTextMessage(FINALIZE);
        }
    }

    private void broke() {
        fail(new ProviderFailure(Reason.UNREACHABLE, "the recogniser closed the stream"));
    }

    @Override
    public void hear(short[] frame, boolean isSpeech) {
        hasSpoken |= isSpeech;
        for (short sample : frame) {
            sound[filled++] = (byte) sample;
            sound[filled++] = (byte) (sample >> 8);
        }
        if (filled == sound.length) {
            filled = 0;
            var message = Buffer.buffer(sound);
            run(() -> send(message));
        }
    }

    private void send(Buffer message) {
        isIdle = false;
        if (isOver) {
            return;
        }
        if (socket != null) {
            if (!socket.writeQueueFull()) {
                socket.writeBinaryMessage(message);
            }
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(message);
        }
    }

    @Override
    public void settle() {
        run(() -> {
            if (isOver) {
                return;
            }
            settling++;
            isAlive = false;
            if (socket != null) {
                socket.writeTextMessage(FINALIZE);
            }
            int question = ++asked;
            context.owner()
                    .setTimer(SETTLE_WITHIN.toMillis(), _ -> giveUpSettling(question, false));
        });
    }

    /// What is known by now has to do. Who has said nothing since is not there any more; who says
    /// something, but no word of what was spoken, is waited for once more.
    ///
    /// @param question which of those that were asked this is about; a later one has its own time
    private void giveUpSettling(int question, boolean isAgain) {
        if (answered >= question || isOver) {
            return;
        }
        if (hasSpoken && isAlive && !hasWords && !isAgain) {
            context.owner().setTimer(SETTLE_WITHIN.toMillis(), _ -> giveUpSettling(question, true));
        } else if (hasSpoken && !(isAlive && hasWords)) {
            fail(new ProviderFailure(Reason.TOO_SLOW, "the recogniser says nothing"));
        } else {
            hear("");
            settled();
        }
    }

    private void settled() {
        answered = asked;
        for (; settling > 0; settling--) {
            heard.accept(new Heard.Settled());
        }
        hasSpoken = false;
        hasWords = false;
    }

    private void receive(String message) {
        isAlive = true;
        try {
            var json = JSON.readTree(message);
            switch (json.path("type").asText()) {
                case "Results" -> results(json);
                case "Error" ->
                        fail(
                                new ProviderFailure(
                                        Reason.OVERLOADED, "the recogniser reports an error"));
                default -> {
                    // metadata
                }
            }
        } catch (IOException e) {
            fail(new ProviderFailure(Reason.GARBAGE, "the recogniser sends no JSON", e));
        }
    }

    private void results(JsonNode json) {
        breaker.succeeded();
        var text = json.at("/channel/alternatives/0/transcript").asText("").strip();
        if (json.path("is_final").asBoolean()) {
            guess = "";
            hear(text);
            if (json.path("from_finalize").asBoolean()) {
                settled();
            }
        } else if (!text.isEmpty() && !text.equals(guess)) {
            guess = text;
            hasWords = true;
            heard.accept(new Heard.Partial(text));
        }
    }

    /// @param text empty to take the last guess for it
    private void hear(String text) {
        var words = text.isEmpty() ? guess : text;
        guess = "";
        if (!words.isEmpty()) {
            hasWords = true;
            heard.accept(new Heard.Final(words));
        }
    }

    void fail(ProviderFailure cause) {
        if (!isOver) {
            breaker.failed();
            end();
            heard.accept(new Heard.Failed(cause));
        }
    }

    private void stayAlive() {
        if (isIdle && socket != null && !isOver) {
            socket.writeTextMessage(KEEP_ALIVE);
        }
        isIdle = true;
    }

    @Override
    public void close() {
        run(this::end);
    }

    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        context.owner().cancelTimer(keepAlive);
        waiting.clear();
        var open = socket;
        if (open != null && !open.isClosed()) {
            open.writeTextMessage(CLOSE);
            open.close();
        }
    }

    private void run(Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(_ -> task.run());
        }
    }
}
