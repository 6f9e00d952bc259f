package dev.parley.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.providers.LanguageModel.Message;
import dev.parley.providers.LanguageModel.Message.Answered;
import dev.parley.providers.LanguageModel.Message.Asked;
import dev.parley.providers.LanguageModel.Message.Said;
import dev.parley.providers.LanguageModel.Prompt;

/// The body of a chat-completions request.
///
/// @param plain ask for JSON in words: no `response_format` and no temperature, which some servers
///   and some models refuse
record ChatRequest(String model, Prompt prompt, boolean plain) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
        var body = JSON.createObjectNode().put("model", model).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        var messages = body.putArray("messages");
        var schema = prompt.schema();
        if (schema != null && plain) {
            messages.addObject().put("role", "system").put("content", inWords(schema));
        }
        prompt.messages().forEach(message -> add(messages.addObject(), message));
        if (!prompt.functions().isEmpty()) {
            addFunctions(body);
        }
        if (schema != null && !plain) {
            body.put("temperature", 0);
            body.putObject("response_format")
                    .put("type", "json_schema")
                    .putObject("json_schema")
                    .put("name", "answer")
                    .put("strict", true)
                    .set("schema", read(schema));
        }
        return body.toString();
    }

    private static void add(ObjectNode to, Message message) {
        switch (message) {
            case Said(var role, var content) -> to.put("role", role).put("content", content);
            case Asked(var content, var calls) -> {
                to.put("role", "assistant").put("content", content);
                var asked = to.putArray("tool_calls");
                for (var call : calls) {
                    asked.addObject()
                            .put("id", call.id())
                            .put("type", "function")
                            .putObject("function")
                            .put("name", call.name())
                            .put("arguments", call.arguments());
                }
            }
            case Answered(var call, var content) ->
                    to.put("role", "tool").put("tool_call_id", call).put("content", content);
        }
    }

    private void addFunctions(ObjectNode body) {
        var tools = body.putArray("tools");
        for (var function : prompt.functions()) {
            tools.addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", function.name())
                    .put("description", function.description())
                    .set("parameters", read(function.parameters()));
        }
        body.put("tool_choice", prompt.mayAsk() ? "auto" : "none");
    }

    private static String inWords(String schema) {
        return "Answer with one JSON object and nothing else: no code fence, no explanation. It"
                + " follows this JSON Schema:\n"
                + schema;
    }

    private static JsonNode read(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The schema of a prompt is not JSON", e);
        }
    }
}
