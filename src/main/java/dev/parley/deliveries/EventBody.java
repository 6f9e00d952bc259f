package dev.parley.deliveries;

import dev.parley.conversations.Conversation;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.time.Instant;
import java.util.regex.Pattern;

/// What events look like, in the contract's envelope. The `payload` template of an action's
/// endpoint has no place in it.
final class EventBody {
    static final String START = "conversation_start";
    static final String END = "conversation_end";

    /// The end once more, with what was found out about the conversation.
    static final String ANALYSED = "conversation_analyzed";

    private static final String VERSION = "1.0.0";
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");

    private EventBody() {}

    static String start(Conversation conversation, String connectionId, Instant at) {
        var source = conversation.source();
        var event = Json.object();
        event.put("timestamp", Timestamps.write(at));
        event.put("version", VERSION);
        event.put("event_name", START);
        var payload = event.putObject("payload");
        payload.put("type", START);
        payload.put("connection_id", connectionId);
        payload.put("conversation_id", conversation.id().value());
        payload.put("ai_agent_id", conversation.aiAgentId());
        payload.put("org_id", conversation.orgId().value());
        payload.putObject("caller_id")
                .put("phone_number", PHONE_NUMBER.matcher(source).matches() ? source : null)
                .put("source", source);
        return Json.write(event);
    }

    /// The conversation in it is the text that the API answers with.
    static String end(String name, Conversation conversation, Instant at) {
        return "{\"timestamp\":\"%s\",\"version\":\"%s\",\"event_name\":\"%s\",\"payload\":"
                        .formatted(Timestamps.write(at), VERSION, name)
                + "{\"conversation\":"
                + Json.write(conversation)
                + "}}";
    }
}
