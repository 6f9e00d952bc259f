package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Json;
import org.jspecify.annotations.Nullable;

/// A frame on its way to a client.
///
/// @param turn the turn it belongs to; null for none
/// @param json the frame as it is sent
/// @param delivered runs once it is handed over for good
record ServerFrame(@Nullable String turn, String json, Runnable delivered) {
    private static final Runnable NOBODY_WAITS = () -> {};

    static ServerFrame sentence(String turn, String sentence, Runnable delivered) {
        var json = frame("SERVER_TO_CLIENT_SYNC", turn).put("payload", sentence);
        return new ServerFrame(turn, Json.write(json), delivered);
    }

    static ServerFrame endOfTurn(String turn) {
        return command("END_OF_TURN", turn);
    }

    static ServerFrame abort(String turn) {
        return command("ABORT_AUDIO", turn);
    }

    /// An addition to the contract, for clients that asked for it.
    static ServerFrame event(ObjectNode event) {
        var json = frame("EVENT", null).set("payload", event);
        return new ServerFrame(null, Json.write(json), NOBODY_WAITS);
    }

    private static ServerFrame command(String command, String turn) {
        var json = frame(command, turn).put("payload", "");
        return new ServerFrame(turn, Json.write(json), NOBODY_WAITS);
    }

    private static ObjectNode frame(String command, @Nullable String turn) {
        var json = Json.object().put("command", command).put("payloadType", "TEXT");
        return turn == null ? json : json.put("user_dialog_id", turn);
    }
}
