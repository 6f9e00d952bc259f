package dev.parley.telephony.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Base64;

/// What a carrier says on a media socket: Twilio's Media Streams and Plivo's audio streams, whose
/// messages differ in names alone. Read as a stream, because fifty of them come a second.
sealed interface CarrierMessage {
    record Started(String callId, String streamId) implements CarrierMessage {}

    /// Sound of the caller, in the line's format.
    record Media(String streamId, byte[] sound) implements CarrierMessage {}

    /// What was sent before a mark was played.
    record Played(String streamId, String mark) implements CarrierMessage {}

    record Key(String streamId, String digit) implements CarrierMessage {}

    record Stopped() implements CarrierMessage {}

    /// Nothing that matters here.
    record Other() implements CarrierMessage {}

    int MAX_CHARS = 64 << 10;

    JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(8)
                                    .maxStringLength(MAX_CHARS)
                                    .build())
                    .build();

    /// @throws IOException when that is no message
    static CarrierMessage read(String text) throws IOException {
        var found = new Found();
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            int depth = 1;
            while (depth > 0) {
                var token = parser.nextToken();
                if (token == null) {
                    throw new IOException("no end");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.VALUE_STRING) {
                    found.take(String.valueOf(parser.currentName()), parser.getText());
                }
            }
        }
        return found.message();
    }

    /// The strings of a message, each under the one name it has in every carrier's.
    final class Found {
        private String event = "";
        private String callId = "";
        private String streamId = "";
        private String payload = "";
        private String track = "";
        private String name = "";
        private String digit = "";

        void take(String field, String value) {
            switch (field) {
                case "event" -> event = value;
                case "callSid", "callId" -> callId = value;
                case "streamSid", "streamId" -> streamId = value;
                case "payload" -> payload = value;
                case "track" -> track = value;
                case "name" -> name = value;
                case "digit" -> digit = value;
                default -> {
                    // nothing that matters here
                }
            }
        }

        CarrierMessage message() throws IOException {
            return switch (event) {
                case "start" -> new Started(callId, streamId);
                case "media" ->
                        track.equals("outbound") ? new Other() : new Media(streamId, sound());
                case "mark", "playedStream" -> new Played(streamId, name);
                case "dtmf" -> new Key(streamId, digit);
                case "stop" -> new Stopped();
                default -> new Other();
            };
        }

        private byte[] sound() throws IOException {
            try {
                return Base64.getDecoder().decode(payload);
            } catch (IllegalArgumentException e) {
                throw new IOException("no base64", e);
            }
        }
    }
}
