package dev.parley.brains.model;

import dev.parley.live.Brain.Turn;
import dev.parley.live.ToolCall;
import dev.parley.platform.json.Json;
import dev.parley.providers.LanguageModel.Message;
import dev.parley.providers.LanguageModel.Message.Answered;
import dev.parley.providers.LanguageModel.Message.Asked;
import dev.parley.providers.LanguageModel.Message.Said;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A conversation so far, as the messages a language model takes: user and assistant in turns, with
/// what was done between them, the newest kept when there are too many.
final class Dialogue {
    static final int MAX_LINES = 200;
    static final int MAX_CHARACTERS = 24_000;
    private static final int MAX_LINE = 4_000;
    private static final String NO_RESULT = "No result is known.";

    private Dialogue() {}

    /// @param late results that are not in the history yet, by the ids of their calls
    static List<Message> of(Turn turn, Map<String, String> late) {
        var results = new HashMap<>(late);
        for (var line : turn.history()) {
            if (line.speaker() == Speaker.TOOL) {
                results.put(line.messageId(), line.message());
            }
        }
        var newestFirst = new ArrayList<Message>();
        var heard = clean(turn.heard());
        newestFirst.add(new Said("user", heard.isEmpty() ? "(The caller is silent.)" : heard));
        int characters = length(newestFirst);
        for (var line : turn.history().reversed()) {
            var messages = messages(line, results);
            characters += length(messages);
            if (characters > MAX_CHARACTERS || newestFirst.size() >= MAX_LINES) {
                break;
            }
            newestFirst.addAll(messages.reversed());
        }
        if (!isBy("user", newestFirst.getLast())) {
            // Many chat templates insist that the user speaks first; here the agent greets.
            newestFirst.add(new Said("user", "(The call begins.)"));
        }
        return merged(newestFirst.reversed());
    }

    private static List<Message> messages(TranscriptLine line, Map<String, String> results) {
        return switch (line.speaker()) {
            case USER -> said("user", line);
            case AI -> said("assistant", line);
            case TOOL -> List.of();
            case TOOL_REQUEST -> {
                var request = Json.stored(line.message());
                var name = request.path("name").asText();
                var asked =
                        new ToolCall(line.messageId(), name, request.path("arguments").toString());
                yield done(asked, results.getOrDefault(line.messageId(), NO_RESULT));
            }
        };
    }

    private static List<Message> said(String role, TranscriptLine line) {
        var words = clean(line.message());
        return words.isEmpty() ? List.of() : List.of(new Said(role, words));
    }

    private static List<Message> done(ToolCall call, String result) {
        var asked = new ReplyEvent.ToolCall(call.id(), call.name(), call.arguments());
        return List.of(new Asked("", List.of(asked)), new Answered(call.id(), clean(result)));
    }

    private static List<Message> merged(List<Message> lines) {
        var messages = new ArrayList<Message>();
        for (var line : lines) {
            if (line instanceof Said(var role, var content)
                    && !messages.isEmpty()
                    && messages.getLast() instanceof Said(var before, var words)
                    && before.equals(role)) {
                messages.removeLast();
                messages.add(new Said(role, words + " " + content));
            } else {
                messages.add(line);
            }
        }
        return List.copyOf(messages);
    }

    private static boolean isBy(String role, Message message) {
        return message instanceof Said(var by, _) && by.equals(role);
    }

    private static int length(List<Message> messages) {
        return messages.stream().mapToInt(Dialogue::length).sum();
    }

    private static int length(Message message) {
        return switch (message) {
            case Said(_, var content) -> content.length();
            case Asked(var content, var calls) ->
                    content.length() + calls.stream().mapToInt(c -> c.arguments().length()).sum();
            case Answered(_, var content) -> content.length();
        };
    }

    private static String clean(String words) {
        var text = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= MAX_LINE ? text : text.substring(text.length() - MAX_LINE);
    }
}
