package dev.parley.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyEvent.Done;
import dev.parley.providers.LanguageModel.ReplyEvent.Text;
import dev.parley.providers.LanguageModel.ReplyEvent.ToolCall;
import dev.parley.providers.ProviderFailure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Reads the chunks of one chat completion in the order they come.
final class ChatPieces {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_TOOL_CALLS = 32;

    private final TreeMap<Integer, Call> calls = new TreeMap<>();
    private int inputTokens;
    private int outputTokens;
    private boolean complete;
    private boolean done;

    /// What the data of one server-sent event adds to the answer.
    ///
    /// @throws ProviderFailure when it is no chunk
    List<ReplyEvent> accept(String data) {
        if (done) {
            return List.of();
        }
        if (data.strip().equals("[DONE]")) {
            done = true;
            complete = true;
            return List.of();
        }
        var chunk = parse(data);
        if (chunk.hasNonNull("error")) {
            throw new ProviderFailure(Reason.OVERLOADED, "an error in the middle of an answer");
        }
        var usage = chunk.path("usage");
        if (usage.isObject()) {
            inputTokens = usage.path("prompt_tokens").asInt(0);
            outputTokens = usage.path("completion_tokens").asInt(0);
        }
        return choice(chunk.path("choices").path(0));
    }

    /// The answer has ended, whatever else the server may send.
    boolean isDone() {
        return done;
    }

    /// Nothing of the answer is missing, though a count of tokens may still follow.
    boolean isComplete() {
        return complete;
    }

    /// What there is to say once the answer has ended.
    List<ReplyEvent> end() {
        var events = new ArrayList<ReplyEvent>();
        for (var call : calls.values()) {
            events.add(new ToolCall(call.id, call.name, call.arguments.toString()));
        }
        events.add(new Done(inputTokens, outputTokens));
        return events;
    }

    private static JsonNode parse(String data) {
        try {
            var chunk = JSON.readTree(data);
            if (chunk.isObject()) {
                return chunk;
            }
        } catch (JsonProcessingException _) {
            // Its message quotes what could not be read, which may be somebody's words.
        }
        throw new ProviderFailure(Reason.GARBAGE, "a piece that is not a JSON object");
    }

    private List<ReplyEvent> choice(JsonNode choice) {
        complete |= choice.hasNonNull("finish_reason");
        var delta = choice.path("delta");
        for (var part : delta.path("tool_calls")) {
            add(part);
        }
        var content = delta.path("content");
        return content.isTextual() && !content.asText().isEmpty()
                ? List.of(new Text(content.asText()))
                : List.of();
    }

    private void add(JsonNode part) {
        // Some servers number nothing and send each call whole.
        int index = part.path("index").asInt(calls.size());
        if (calls.size() == MAX_TOOL_CALLS && !calls.containsKey(index)) {
            throw new ProviderFailure(Reason.GARBAGE, "too many tool calls in one answer");
        }
        var call = calls.computeIfAbsent(index, _ -> new Call());
        call.id += part.path("id").asText("");
        var function = part.path("function");
        call.name += function.path("name").asText("");
        call.arguments.append(function.path("arguments").asText(""));
    }

    private static final class Call {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }
}
