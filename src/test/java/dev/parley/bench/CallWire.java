package dev.parley.bench;

import dev.parley.call.lines.TwilioFrames;
import dev.parley.call.sound.Telephony;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.Map;
import java.util.function.LongConsumer;

/// How one kind of socket carries µ-law, at the least cost: nothing is parsed that need not be.
sealed interface CallWire {
    /// The call has begun.
    void begin(WebSocket socket);

    /// Sends the caller's next frame.
    void send(WebSocket socket, byte[] frame);

    /// Hands on what arrives.
    ///
    /// @param sound told how many samples have come
    /// @param silenced told that what is not heard is to be dropped
    void listen(WebSocket socket, LongConsumer sound, Runnable silenced);

    void end(WebSocket socket);

    /// A web page that asks for µ-law in binary frames.
    final class Browser implements CallWire {
        static final String OPTIONS = "&audio=mulaw_8000&frames=binary";

        @Override
        public void begin(WebSocket socket) {}

        @Override
        public void send(WebSocket socket, byte[] frame) {
            socket.writeBinaryMessage(Buffer.buffer(frame));
        }

        @Override
        public void listen(WebSocket socket, LongConsumer sound, Runnable silenced) {
            socket.frameHandler(frame -> {
                if (frame.isBinary()) {
                    sound.accept(frame.binaryData().length());
                } else if (frame.isText() && frame.textData().contains("\"ABORT_AUDIO\"")) {
                    silenced.run();
                }
            });
        }

        @Override
        public void end(WebSocket socket) {
            socket.writeTextMessage(
                    "{\"command\":\"STOP\",\"payloadType\":\"TEXT\",\"payload\":\"\"}");
        }
    }

    /// Twilio's media stream.
    final class Twilio implements CallWire {
        private static final String MEDIA = "\"payload\":\"";

        private final TwilioFrames frames;
        private final Map<String, String> parameters;
        private long sent;

        Twilio(TwilioFrames frames, Map<String, String> parameters) {
            this.frames = frames;
            this.parameters = parameters;
        }

        @Override
        public void begin(WebSocket socket) {
            socket.writeTextMessage(TwilioFrames.connected());
            socket.writeTextMessage(frames.start(parameters));
        }

        @Override
        public void send(WebSocket socket, byte[] frame) {
            socket.writeTextMessage(frames.media(++sent, frame));
        }

        @Override
        public void listen(WebSocket socket, LongConsumer sound, Runnable silenced) {
            socket.textMessageHandler(message -> {
                int at = message.indexOf(MEDIA);
                if (at >= 0) {
                    int from = at + MEDIA.length();
                    sound.accept(samples(message, from, message.indexOf('"', from)));
                } else if (message.contains("\"clear\"")) {
                    silenced.run();
                } else if (message.contains("\"mark\"")) {
                    // at once, not when it is heard: marks tell how far, and cost the same
                    socket.writeTextMessage(message);
                }
            });
        }

        private static int samples(String message, int from, int to) {
            int padding = message.charAt(to - 2) == '=' ? 2 : message.charAt(to - 1) == '=' ? 1 : 0;
            return (to - from) / 4 * 3 - padding;
        }

        @Override
        public void end(WebSocket socket) {
            socket.writeTextMessage(frames.stop(sent + 2));
        }
    }

    /// Twenty milliseconds nobody speaks in.
    static byte[] silence() {
        return Telephony.encode(new short[Telephony.RATE / 50]);
    }
}
