package dev.parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Json;
import dev.parley.platform.json.Soundness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a client says on its socket.
sealed interface ClientFrame {
    /// The caller has typed this.
    record Words(String text) implements ClientFrame {}

    /// Sound of the caller.
    ///
    /// @param samples base64 text of the line's format, or a list of numbers
    record Audio(JsonNode samples) implements ClientFrame {}

    /// The client has played so much of a turn.
    ///
    /// @param millis less than zero for all of it
    record Played(String turn, long millis) implements ClientFrame {}

    record Stop() implements ClientFrame {}

    /// Not a frame a client may send; the message says why and repeats nothing of it.
    final class Mistake extends Exception {
        Mistake(String message) {
            super(message, null, false, false);
        }
    }

    /// @throws Mistake when `text` is not a frame of the protocol
    static ClientFrame read(String text) throws Mistake {
        var frame = parse(text);
        var isAudio = isAudio(textOf(frame, "payloadType"));
        var payload = frame.path("payload");
        var turn = frame.path("user_dialog_id");
        if (payload.isMissingNode()) {
            throw new Mistake("payload is missing");
        }
        if (!turn.isMissingNode() && !turn.isNull() && !turn.isTextual()) {
            throw new Mistake("user_dialog_id should be text or null");
        }
        return switch (textOf(frame, "command")) {
            case "CLIENT_TO_SERVER_SYNC" -> isAudio ? audio(payload) : words(payload);
            case "UPDATE_MESSAGE_STATUS" -> new Played(turn.asText(""), millis(payload));
            case "STOP" -> new Stop();
            case "SERVER_TO_CLIENT_SYNC", "END_OF_TURN", "ABORT_AUDIO", "EVENT" ->
                    throw new Mistake("Only the server sends this command");
            default -> throw new Mistake("Unknown command");
        };
    }

    private static JsonNode parse(String text) throws Mistake {
        try {
            var frame = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            if (!frame.isObject()) {
                throw new Mistake("A frame should be a JSON object");
            }
            var fault = Soundness.fault(frame);
            if (fault.isPresent()) {
                throw new Mistake(fault.get());
            }
            return frame;
        } catch (IOException _) {
            throw new Mistake("A frame should be valid JSON");
        }
    }

    private static String textOf(JsonNode frame, String field) throws Mistake {
        var value = frame.path(field);
        if (!value.isTextual()) {
            throw new Mistake(field + " should be text");
        }
        return value.textValue();
    }

    private static boolean isAudio(String payloadType) throws Mistake {
        return switch (payloadType) {
            case "AUDIO" -> true;
            case "TEXT" -> false;
            default -> throw new Mistake("payloadType should be AUDIO or TEXT");
        };
    }

    private static ClientFrame words(JsonNode payload) throws Mistake {
        if (!payload.isTextual()) {
            throw new Mistake("payload of TEXT should be text");
        }
        return new Words(payload.textValue());
    }

    private static ClientFrame audio(JsonNode payload) throws Mistake {
        if (!payload.isTextual() && !payload.isArray()) {
            throw new Mistake("payload of AUDIO should be base64 text or a list of numbers");
        }
        return new Audio(payload);
    }

    private static long millis(JsonNode payload) throws Mistake {
        if (payload.isTextual() && payload.textValue().isEmpty()) {
            return -1;
        }
        var status = payload.isTextual() ? parse(payload.textValue()) : payload;
        var millis = status.path("played_ms");
        if (!millis.canConvertToLong() || millis.asLong() < 0) {
            throw new Mistake("payload should be empty or {\"played_ms\": milliseconds}");
        }
        return millis.asLong();
    }
}
