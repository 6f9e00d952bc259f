package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.Pcm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A person who talks to an agent over the browser's socket: sends a frame every 20 milliseconds,
/// speech or silence, as a microphone does.
public final class SpokenCaller implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final WebSocket socket;
    private final ConcurrentLinkedQueue<short[]> toSay = new ConcurrentLinkedQueue<>();
    private final List<Sound> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Short> echo = new ConcurrentLinkedQueue<>();
    private volatile double echoes;
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final ScheduledExecutorService microphone =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("microphone").factory());
    private CompletableFuture<WebSocket> sending;

    /// Sound of the agent.
    ///
    /// @param nanos when it came
    public record Sound(short[] samples, long nanos) {}

    private SpokenCaller(String url) {
        socket = CLIENT.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
        sending = CompletableFuture.completedFuture(socket);
        microphone.scheduleAtFixedRate(this::send, 0, Pcm.FRAME_MILLIS, TimeUnit.MILLISECONDS);
    }

    public static SpokenCaller of(Api api, String agent) {
        return new SpokenCaller(
                Caller.connection(api, agent).path("socketUrl").asText()
                        + "&audio=pcm_s16le_16000&frames=binary&events=true");
    }

    /// Says it after whatever is being said.
    public void says(short[] samples) {
        for (int i = 0; i + Pcm.FRAME <= samples.length; i += Pcm.FRAME) {
            var frame = new short[Pcm.FRAME];
            System.arraycopy(samples, i, frame, 0, Pcm.FRAME);
            toSay.add(frame);
        }
    }

    /// From now on what the agent says comes back, so much quieter.
    public void echoes(double share) {
        echoes = share;
    }

    /// Every event so far, as JSON.
    public List<String> events() {
        return events;
    }

    /// Everything heard so far.
    public List<Sound> heard() {
        return heard;
    }

    /// Seconds of sound heard so far.
    public double seconds() {
        return heard.stream().mapToInt(sound -> sound.samples().length).sum() / (double) Pcm.RATE;
    }

    /// Waits for the next event of that type.
    public JsonNode event(String type) {
        return next(frame -> frame.path("payload").path("type").asText().equals(type))
                .path("payload");
    }

    /// Waits for the next frame of that command.
    public JsonNode next(String command) {
        return next(frame -> frame.path("command").asText().equals(command));
    }

    private JsonNode next(Predicate<JsonNode> wanted) {
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            while (true) {
                var frame = frames.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (frame == null) {
                    throw new AssertionError("no such frame in time; closed: " + closed);
                }
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Says that the call is over.
    public void hangsUp() {
        var stop = Caller.frame("STOP", "");
        sending = sending.thenCompose(it -> it.sendText(stop, true));
    }

    public CompletableFuture<Integer> closed() {
        return closed;
    }

    private void send() {
        if (socket.isOutputClosed()) {
            return;
        }
        var frame = toSay.poll();
        var bytes = ByteBuffer.allocate(2 * Pcm.FRAME).order(ByteOrder.LITTLE_ENDIAN);
        var said = frame == null ? new short[Pcm.FRAME] : frame;
        for (int i = 0; i < said.length && !echo.isEmpty(); i++) {
            said[i] += (short) (echo.remove() * echoes);
        }
        bytes.asShortBuffer().put(said);
        sending = sending.thenCompose(it -> it.sendBinary(bytes, true));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(Api.read(part.toString()));
            events.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var samples = new short[data.remaining() / 2];
        data.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        heard.add(new Sound(samples, System.nanoTime()));
        if (echoes > 0) {
            for (short sample : samples) {
                echo.add(sample);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        microphone.shutdownNow();
        socket.abort();
    }
}
