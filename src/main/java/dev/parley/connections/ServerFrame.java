package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Json;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A frame on its way to a client.
///
/// @param turn the turn it belongs to; null for none
/// @param json the frame as it is sent
/// @param sound sent instead, as it is; null for a frame of JSON
/// @param delivered runs once it is handed over for good
record ServerFrame(@Nullable String turn, String json, @Nullable Buffer sound, Runnable delivered) {
    private static final Runnable NOBODY_WAITS = () -> {};
    private static final String SOUND =
            "{\"command\":\"SERVER_TO_CLIENT_SYNC\",\"payloadType\":\"AUDIO\",\"payload\":\"";

    static ServerFrame sentence(String turn, String sentence, Runnable delivered) {
        var json = frame("SERVER_TO_CLIENT_SYNC", turn).put("payload", sentence);
        return text(turn, json, delivered);
    }

    /// Sound of the line's format.
    static ServerFrame sound(String turn, byte[] bytes, int length, boolean isBinary) {
        var sound = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        if (isBinary) {
            return new ServerFrame(turn, "", Buffer.buffer(sound), NOBODY_WAITS);
        }
        // written by hand: hundreds of these a second need no tree
        var payload = Base64.getEncoder().encodeToString(sound);
        var json = SOUND + payload + "\",\"user_dialog_id\":\"" + turn + "\"}";
        return new ServerFrame(turn, json, null, NOBODY_WAITS);
    }

    static ServerFrame endOfTurn(String turn) {
        return command("END_OF_TURN", turn);
    }

    static ServerFrame abort(String turn) {
        return command("ABORT_AUDIO", turn);
    }

    /// An addition to the contract, for clients that asked for it.
    static ServerFrame event(ObjectNode event) {
        return text(null, frame("EVENT", null).set("payload", event), NOBODY_WAITS);
    }

    int length() {
        return sound == null ? json.length() : sound.length();
    }

    private static ServerFrame command(String command, String turn) {
        return text(turn, frame(command, turn).put("payload", ""), NOBODY_WAITS);
    }

    private static ServerFrame text(@Nullable String turn, ObjectNode json, Runnable delivered) {
        return new ServerFrame(turn, Json.write(json), null, delivered);
    }

    private static ObjectNode frame(String command, @Nullable String turn) {
        var json = Json.object().put("command", command).put("payloadType", "TEXT");
        return turn == null ? json : json.put("user_dialog_id", turn);
    }
}
