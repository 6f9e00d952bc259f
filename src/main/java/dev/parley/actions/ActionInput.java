package dev.parley.actions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Fields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces an action.
record ActionInput(
        String name,
        @Nullable String description,
        ObjectNode parameters,
        Endpoint endpoint,
        String invocationTrigger,
        @Nullable String userWaitingText,
        @Nullable String userSuccessText,
        @Nullable String userErrorText) {
    private static final int SPOKEN = 2_048;

    /// As it is cut short in the published example.
    private static final String CUT_SHORT = "webhook.conversation_en";

    private static final String CONVERSATION_END = "webhook.conversation_end";
    private static final Set<String> TRIGGERS =
            Set.of("user_query", "webhook.conversation_start", CONVERSATION_END, CUT_SHORT);

    static ActionInput read(Fields body) {
        var trigger = body.choice("invocationTrigger", TRIGGERS);
        var parameters = body.freeObject("parameters");
        ParametersSchema.fault(parameters)
                .ifPresent(fault -> body.wrong("parameters", fault, "value_error"));
        return new ActionInput(
                body.text("name", 1, 512),
                body.optionalText("description", 1, 512),
                parameters,
                body.object("endpoint", Endpoint::read, Endpoint.NONE),
                trigger.equals(CUT_SHORT) ? CONVERSATION_END : trigger,
                body.optionalText("userWaitingText", 0, SPOKEN),
                body.optionalText("userSuccessText", 0, SPOKEN),
                body.optionalText("userErrorText", 0, SPOKEN));
    }
}
