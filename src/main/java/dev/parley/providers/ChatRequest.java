package dev.parley.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        for (var message : prompt.messages()) {
            messages.addObject().put("role", message.role()).put("content", message.content());
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
