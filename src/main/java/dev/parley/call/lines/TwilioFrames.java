package dev.parley.call.lines;

import dev.parley.call.sound.Telephony;
import dev.parley.platform.json.Json;
import java.util.Base64;
import java.util.Map;

/// What Twilio says on a media socket, as "Media Streams: WebSocket messages" of its documentation
/// shows it.
///
/// @param call the call's id
/// @param stream the stream's id
public record TwilioFrames(String account, String call, String stream) {
    public static String connected() {
        return "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
    }

    /// @param parameters those of the `<Stream>` that asked for the socket
    public String start(Map<String, String> parameters) {
        var start =
                Json.object()
                        .put("accountSid", account)
                        .put("streamSid", stream)
                        .put("callSid", call);
        start.putArray("tracks").add("inbound");
        start.putObject("mediaFormat")
                .put("encoding", "audio/x-mulaw")
                .put("sampleRate", Telephony.RATE)
                .put("channels", 1);
        var custom = start.putObject("customParameters");
        parameters.forEach(custom::put);
        var frame = Json.object().put("event", "start").put("sequenceNumber", "1");
        frame.set("start", start);
        return Json.write(frame.put("streamSid", stream));
    }

    /// @param number of the frame, from 1
    /// @param sound 20 milliseconds of µ-law
    public String media(long number, byte[] sound) {
        return "{\"event\":\"media\",\"sequenceNumber\":\""
                + (number + 1)
                + "\",\"media\":{\"track\":\"inbound\",\"chunk\":\""
                + number
                + "\",\"timestamp\":\""
                + (number - 1) * Line.FRAME_MILLIS
                + "\",\"payload\":\""
                + Base64.getEncoder().encodeToString(sound)
                + "\"},\"streamSid\":\""
                + stream
                + "\"}";
    }

    /// A mark of the server was reached.
    public String mark(long number, String name) {
        var frame = event("mark", number);
        frame.putObject("mark").put("name", name);
        return Json.write(frame);
    }

    /// The caller has pressed a key.
    public String digit(long number, String digit) {
        var frame = event("dtmf", number);
        frame.putObject("dtmf").put("track", "inbound_track").put("digit", digit);
        return Json.write(frame);
    }

    /// The caller has hung up.
    public String stop(long number) {
        var frame = event("stop", number);
        frame.putObject("stop").put("accountSid", account).put("callSid", call);
        return Json.write(frame);
    }

    private com.fasterxml.jackson.databind.node.ObjectNode event(String name, long number) {
        return Json.object()
                .put("event", name)
                .put("sequenceNumber", Long.toString(number))
                .put("streamSid", stream);
    }
}
