package dev.parley.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.actions.Endpoint;
import dev.parley.calls.Handset.Refused;
import dev.parley.live.EndReason;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.ToolResult;
import dev.parley.platform.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/// What an agent may do with the call itself: actions whose endpoint is the platform's own module
/// `telephone`. A function that is linked is allowed, any other is not.
final class PhoneTools {
    static final String MODULE = "telephone";

    private static final String TRANSFER = "transfer";
    private static final String PRESS = "press_keys";
    private static final String HANG_UP = "hang_up";
    private static final Set<String> FUNCTIONS = Set.of(TRANSFER, PRESS, HANG_UP);
    private static final String NUMBER = "to";
    private static final String KEYS = "keys";

    /// Digits with pauses; longer ones are nobody's menu.
    private static final String KEYS_PATTERN = "[0-9*#A-Dw]{1,32}";

    private PhoneTools() {}

    static boolean isOne(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Internal(var module, var function)
                && module.equals(MODULE)
                && FUNCTIONS.contains(function);
    }

    /// The action's own schema, with what its function cannot do without.
    static ObjectNode schema(Endpoint endpoint, ObjectNode parameters) {
        var schema = parameters.deepCopy();
        if (endpoint instanceof Endpoint.Internal(_, var function)
                && function.equals(PRESS)
                && !schema.at("/properties/" + KEYS).isObject()) {
            schema.withObjectProperty("properties")
                    .putObject(KEYS)
                    .put("type", "string")
                    .put("pattern", "^" + KEYS_PATTERN + "$")
                    .put("description", "Digits, * and #; w waits for half a second");
            schema.withArrayProperty("required").add(KEYS);
        }
        return schema;
    }

    /// @param parameters the action's schema, which the arguments fit
    static ToolResult run(String function, ObjectNode parameters, ObjectNode arguments, Call call) {
        try {
            return switch (function) {
                case TRANSFER -> transfer(parameters, arguments, call);
                case PRESS -> press(arguments, call);
                default -> {
                    call.post(new GoodbyeAsked(EndReason.AGENT_HANGUP));
                    yield done("The call ends with your goodbye.");
                }
            };
        } catch (Refused e) {
            return new ToolResult(false, "Not done: " + e.getMessage());
        }
    }

    private static ToolResult transfer(ObjectNode parameters, ObjectNode arguments, Call call) {
        var numbers = numbers(parameters);
        var asked = arguments.path(NUMBER).asText("");
        var number = asked.isEmpty() && numbers.size() == 1 ? numbers.getFirst() : asked;
        if (!numbers.contains(number)) {
            throw new Refused("the business gives no such number to connect anybody with.");
        }
        handset(call).transfer(number);
        return done("The caller is connected.");
    }

    /// The numbers a caller may be connected with: those the schema names one by one, so that no
    /// words of a caller can make it another (P1, H6).
    private static List<String> numbers(ObjectNode parameters) {
        var schema = parameters.at("/properties/" + NUMBER);
        var only = schema.path("const").asText("");
        return only.isEmpty()
                ? StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(only);
    }

    private static ToolResult press(ObjectNode arguments, Call call) {
        var keys = arguments.path(KEYS).asText("");
        if (!keys.matches(KEYS_PATTERN)) {
            throw new Refused("keys are digits, * and #, at most 32.");
        }
        handset(call).press(keys);
        return done("The keys are pressed.");
    }

    private static Handset handset(Call call) {
        return call.handset().orElseThrow(() -> new Refused("this is no telephone call."));
    }

    private static ToolResult done(String text) {
        return new ToolResult(true, Json.write(Json.object().put("result", text)));
    }
}
