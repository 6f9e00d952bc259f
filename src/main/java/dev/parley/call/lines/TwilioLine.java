package dev.parley.call.lines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.call.lines.Heard.Closed;
import dev.parley.call.lines.Heard.Silenced;
import dev.parley.call.lines.Heard.Voice;
import dev.parley.call.sound.Playback;
import dev.parley.call.sound.Telephony;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.function.Consumer;

/// Twilio's end of a call: µ-law in JSON frames; marks come back when what was sent before them has
/// been heard, and all at once, unheard, when the server clears its sound.
public final class TwilioLine implements Line {
    private final Playback playback = new Playback(Telephony.RATE);
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Consumer<Heard> ears;
    private final TwilioFrames frames;
    private final Wire wire;
    private long sent;

    private record Mark(String name, long at) {}

    private TwilioLine(HttpClient client, Ring ring, Consumer<Heard> ears) {
        this.ears = ears;
        this.frames = ring.frames();
        this.wire = Wire.open(client, ring.stream(), new Incoming());
        wire.text(TwilioFrames.connected());
        wire.text(frames.start(ring.parameters()));
    }

    /// @param ring the server's answer to the call
    /// @param ears told of everything that arrives
    /// @throws dev.parley.talk.TalkFailed when the server does not open the socket
    public static TwilioLine open(HttpClient client, Ring ring, Consumer<Heard> ears) {
        return new TwilioLine(client, ring, ears);
    }

    @Override
    public int rate() {
        return Telephony.RATE;
    }

    @Override
    public synchronized void speak(short[] frame) {
        wire.text(frames.media(++sent, Telephony.encode(frame)));
    }

    /// Presses keys, where the words are digits, `*` or `#`.
    @Override
    public synchronized void type(String words) {
        for (var key : words.split("")) {
            if (!"0123456789*#ABCD".contains(key)) {
                throw new UnsupportedOperationException("A telephone has no key " + key);
            }
            wire.text(frames.digit(sent + 2, key));
        }
    }

    @Override
    public synchronized void tick(long now) {
        while (!marks.isEmpty() && marks.getFirst().at() - now <= 0) {
            wire.text(frames.mark(sent + 2, marks.removeFirst().name()));
        }
    }

    @Override
    public synchronized void close() {
        wire.text(frames.stop(sent + 2));
        wire.close();
    }

    private synchronized void hear(JsonNode frame) {
        long now = System.nanoTime();
        switch (frame.path("event").asText()) {
            case "media" -> {
                var payload = frame.path("media").path("payload").asText();
                var samples = Telephony.decode(Base64.getDecoder().decode(payload));
                playback.arrive(now, samples.length);
                ears.accept(new Voice(now, samples));
            }
            case "mark" ->
                    marks.add(
                            new Mark(
                                    frame.path("mark").path("name").asText(),
                                    Math.max(now, playback.end())));
            case "clear" -> {
                playback.silence(now);
                marks.forEach(mark -> wire.text(frames.mark(sent + 2, mark.name())));
                marks.clear();
                ears.accept(new Silenced(now));
            }
            default -> {}
        }
    }

    private final class Incoming implements Wire.Ears {
        @Override
        public void text(String message) {
            try {
                hear(Json.parse(message.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException | IllegalArgumentException e) {
                closed(1002, "the server sent something that is not a frame");
            }
        }

        @Override
        public void bytes(byte[] message) {
            closed(1003, "the server sent bytes where Twilio takes text");
        }

        @Override
        public void closed(int code, String reason) {
            ears.accept(new Closed(System.nanoTime(), code, reason));
        }
    }
}
