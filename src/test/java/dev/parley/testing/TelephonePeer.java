package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioOutput;
import dev.parley.audio.Pcm;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A carrier that has connected a telephone to a media socket, in the protocol of Twilio or Plivo:
/// sends 20 milliseconds of sound every 20 milliseconds, and tells marks when they are played.
public final class TelephonePeer implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String callId;
    private final boolean isPlivo;
    private final WebSocket socket;
    private final AudioOutput line = new AudioOutput(AudioFormat.MULAW_8000);
    private final byte[] bytes = new byte[line.frameBytes()];
    private final ConcurrentLinkedQueue<short[]> toSay = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final ScheduledExecutorService telephone =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telephone").factory());
    private CompletableFuture<WebSocket> sending;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile long heardBytes;

    private TelephonePeer(String url, String callId, boolean isPlivo) {
        this.callId = callId;
        this.isPlivo = isPlivo;
        socket = CLIENT.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
        sending = CompletableFuture.completedFuture(socket);
    }

    public static TelephonePeer twilio(String url, String callId) {
        return new TelephonePeer(url, callId, false);
    }

    public static TelephonePeer plivo(String url, String callId) {
        return new TelephonePeer(url, callId, true);
    }

    /// Says that the stream has begun, and sends sound from now on.
    public TelephonePeer starts() {
        if (isPlivo) {
            sends(
                    "{'event':'start','start':{'callId':'"
                            + callId
                            + "','streamId':'str-1',"
                            + "'mediaFormat':{'encoding':'audio/x-mulaw','sampleRate':8000}}}");
        } else {
            sends("{'event':'connected','protocol':'Call','version':'1.0.0'}");
            sends(
                    "{'event':'start','sequenceNumber':'1','start':{'streamSid':'str-1','callSid':'"
                            + callId
                            + "','tracks':['inbound'],'mediaFormat':{'encoding':'audio/x-mulaw',"
                            + "'sampleRate':8000,'channels':1}},'streamSid':'str-1'}");
        }
        telephone.scheduleAtFixedRate(this::send, 0, Pcm.FRAME_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    public void says(short[] samples) {
        for (int i = 0; i + Pcm.FRAME <= samples.length; i += Pcm.FRAME) {
            var frame = new short[Pcm.FRAME];
            System.arraycopy(samples, i, frame, 0, Pcm.FRAME);
            toSay.add(frame);
        }
    }

    public void presses(String digit) {
        sends(
                isPlivo
                        ? "{'event':'dtmf','dtmf':{'digit':'" + digit + "'},'streamId':'str-1'}"
                        : "{'event':'dtmf','streamSid':'str-1','dtmf':{'track':'inbound_track','digit':'"
                                + digit
                                + "'}}");
    }

    public void hangsUp() {
        sends("{'event':'stop'}");
        close();
    }

    /// Sends a message, with single quotes for double ones.
    public synchronized void sends(String message) {
        sending = sending.thenCompose(it -> it.sendText(message.replace('\'', '"'), true));
    }

    /// Waits for the next message of that event.
    public JsonNode next(String event) {
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            while (true) {
                var message = messages.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    throw new AssertionError("no " + event + " in time; closed: " + closed);
                }
                if (message.path("event").asText().equals(event)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Seconds of sound heard so far.
    public double seconds() {
        return heardBytes / 8_000.0;
    }

    /// The sound heard so far, 8 kHz µ-law.
    public byte[] heard() {
        return heard.toByteArray();
    }

    public CompletableFuture<Integer> closed() {
        return closed;
    }

    private void send() {
        if (socket.isOutputClosed()) {
            return;
        }
        var frame = toSay.poll();
        line.encode(frame == null ? new short[Pcm.FRAME] : frame, bytes, 0);
        var payload = Base64.getEncoder().encodeToString(bytes);
        sends(
                "{'event':'media','streamSid':'str-1','streamId':'str-1','media':{'track':'inbound',"
                        + "'payload':'"
                        + payload
                        + "'}}");
    }

    private void hear(JsonNode message) {
        var event = message.path("event").asText();
        if (event.equals("media") || event.equals("playAudio")) {
            var payload = message.at("/media/payload").asText();
            var sound = Base64.getDecoder().decode(payload);
            heard.writeBytes(sound);
            heardBytes += sound.length;
        }
        if (event.equals("mark") || event.equals("checkpoint")) {
            var name = isPlivo ? message.path("name") : message.at("/mark/name");
            sends(
                    isPlivo
                            ? "{'event':'playedStream','streamId':'str-1','name':'"
                                    + name.asText()
                                    + "'}"
                            : "{'event':'mark','streamSid':'str-1','mark':{'name':'"
                                    + name.asText()
                                    + "'}}");
        }
        messages.add(message);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            hear(Api.read(part.toString()));
            part.setLength(0);
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
        telephone.shutdownNow();
        socket.abort();
    }
}
