package dev.parley.call.lines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.call.lines.Heard.Closed;
import dev.parley.call.lines.Heard.Sentence;
import dev.parley.call.lines.Heard.Silenced;
import dev.parley.call.lines.Heard.Told;
import dev.parley.call.lines.Heard.TurnEnded;
import dev.parley.call.lines.Heard.Voice;
import dev.parley.call.sound.Playback;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/// A web page's end of a call: 16 kHz in binary frames, or words alone. Tells the server what of
/// its sound was heard, as a page does.
public final class BrowserLine implements Line {
    private static final int RATE = 16_000;
    private static final long MILLI = 1_000_000;

    private final Playback playback = new Playback(RATE);
    private final Deque<Due> unheard = new ArrayDeque<>();
    private final Consumer<Heard> ears;
    private final Wire wire;
    private final boolean isSpoken;
    private Optional<String> turn = Optional.empty();
    private long turnBegan;

    /// A turn that is to be reported when it has been heard.
    private record Due(String turn, long at) {}

    private BrowserLine(HttpClient client, URI address, boolean isSpoken, Consumer<Heard> ears) {
        this.isSpoken = isSpoken;
        this.ears = ears;
        this.wire = Wire.open(client, address, new Incoming());
    }

    /// @param socketUrl of a connection, with its ticket
    /// @param ears told of everything that arrives
    /// @throws dev.parley.talk.TalkFailed when the server does not open it
    public static BrowserLine spoken(HttpClient client, String socketUrl, Consumer<Heard> ears) {
        var options = "&audio=pcm_s16le_16000&frames=binary&events=true";
        return new BrowserLine(client, URI.create(socketUrl + options), true, ears);
    }

    /// The same without sound.
    ///
    /// @throws dev.parley.talk.TalkFailed when the server does not open it
    public static BrowserLine typed(HttpClient client, String socketUrl, Consumer<Heard> ears) {
        var options = "&audio=none&events=true";
        return new BrowserLine(client, URI.create(socketUrl + options), false, ears);
    }

    @Override
    public int rate() {
        return RATE;
    }

    @Override
    public void speak(short[] frame) {
        if (!isSpoken) {
            return;
        }
        var bytes = ByteBuffer.allocate(frame.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(frame);
        wire.bytes(bytes.array());
    }

    @Override
    public void type(String words) {
        wire.text(frame("CLIENT_TO_SERVER_SYNC", words, Optional.empty()));
    }

    @Override
    public synchronized void tick(long now) {
        while (!unheard.isEmpty() && unheard.getFirst().at() - now <= 0) {
            var due = unheard.removeFirst();
            wire.text(frame("UPDATE_MESSAGE_STATUS", "", Optional.of(due.turn())));
        }
    }

    @Override
    public void close() {
        wire.text(frame("STOP", "", Optional.empty()));
    }

    private static String frame(String command, String payload, Optional<String> turn) {
        var frame =
                Json.object()
                        .put("command", command)
                        .put("payloadType", "TEXT")
                        .put("payload", payload);
        turn.ifPresent(id -> frame.put("user_dialog_id", id));
        return Json.write(frame);
    }

    private synchronized void voice(byte[] message) {
        long now = System.nanoTime();
        var samples = new short[message.length / 2];
        ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        playback.arrive(now, samples.length);
        ears.accept(new Voice(now, samples));
    }

    private synchronized void hear(JsonNode frame) {
        long now = System.nanoTime();
        var id = Optional.ofNullable(frame.path("user_dialog_id").textValue());
        switch (frame.path("command").asText()) {
            case "SERVER_TO_CLIENT_SYNC" -> {
                begin(id, now);
                ears.accept(new Sentence(now, frame.path("payload").asText()));
            }
            case "END_OF_TURN" -> {
                playback.rest();
                id.ifPresent(of -> unheard.add(new Due(of, Math.max(now, playback.end()))));
                ears.accept(new TurnEnded(now));
            }
            case "ABORT_AUDIO" -> {
                silence(id, now);
                ears.accept(new Silenced(now));
            }
            case "EVENT" -> ears.accept(new Told(now, frame.path("payload")));
            default -> {}
        }
    }

    private void begin(Optional<String> id, long now) {
        if (!id.equals(turn)) {
            turn = id;
            turnBegan = Math.max(now, playback.end());
        }
    }

    private void silence(Optional<String> id, long now) {
        playback.silence(now);
        id.ifPresent(aborted -> {
            unheard.removeIf(due -> due.turn().equals(aborted));
            long played = Math.max(0, now - turnBegan) / MILLI;
            var status = Json.write(Json.object().put("played_ms", played));
            wire.text(frame("UPDATE_MESSAGE_STATUS", status, id));
        });
    }

    private final class Incoming implements Wire.Ears {
        @Override
        public void text(String message) {
            try {
                hear(Json.parse(message.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                closed(1002, "the server sent something that is not JSON");
            }
        }

        @Override
        public void bytes(byte[] message) {
            voice(message);
        }

        @Override
        public void closed(int code, String reason) {
            ears.accept(new Closed(System.nanoTime(), code, reason));
        }
    }
}
