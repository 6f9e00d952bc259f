package dev.parley.brains.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Brain.Speech.Pause;
import dev.parley.live.Brain.Speech.Words;
import dev.parley.live.Tool;
import dev.parley.live.ToolResult;
import dev.parley.live.Toolbox;
import dev.parley.platform.json.Json;
import dev.parley.providers.LanguageModel.Message;
import dev.parley.providers.LanguageModel.Message.Answered;
import dev.parley.providers.LanguageModel.Message.Asked;
import dev.parley.providers.LanguageModel.ReplyEvent.ToolCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a language model asks to be done in one turn. What it asks for is never trusted: only tools
/// the agent has, only arguments that are a JSON object of a sane size (P1, P2, P7).
final class Errands {
    private static final int MAX_ARGUMENTS = 16 * 1_024;

    private final Toolbox toolbox;
    private final List<ToolCall> asked = new ArrayList<>();
    private volatile Toolbox.@Nullable Run run;
    private volatile boolean closed;
    private boolean isDone;

    Errands(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    void add(ToolCall call) {
        asked.add(call);
    }

    boolean areWaiting() {
        return !asked.isEmpty();
    }

    /// Whether anything was really done in this turn.
    boolean areDone() {
        return isDone;
    }

    /// What was begun in earlier turns comes to its end first.
    ///
    /// @return the results by the ids of their calls
    Map<String, String> awaitRunning() {
        var results = new HashMap<String, String>();
        for (var running : toolbox.running()) {
            results.put(running.call().id(), await(running).text());
        }
        return results;
    }

    /// What is said before they are run.
    ///
    /// @param spoke whether the model has said something itself
    List<Speech> announced(boolean spoke) {
        var speech = new ArrayList<Speech>();
        if (!spoke) {
            asked.stream()
                    .flatMap(call -> tool(call).map(Tool::waitingText).stream())
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .ifPresent(text -> speech.add(new Words(text)));
        }
        speech.add(new Pause());
        return speech;
    }

    /// Runs what was asked for and waits for it.
    ///
    /// @param said what the model said before it asked
    /// @param speech gets what the caller is to hear of it
    /// @return how the conversation goes on for the model
    List<Message> run(String said, List<Speech> speech) {
        var messages = new ArrayList<Message>();
        messages.add(new Asked(said, List.copyOf(asked)));
        for (var call : asked) {
            messages.add(new Answered(call.id(), outcome(call, speech)));
        }
        asked.clear();
        return messages;
    }

    /// Waits for nothing any more. What runs goes on.
    void close() {
        closed = true;
        var running = run;
        if (running != null) {
            running.abandon();
        }
    }

    private String outcome(ToolCall call, List<Speech> speech) {
        var tool = tool(call);
        if (tool.isEmpty()) {
            return "There is no such tool.";
        }
        var arguments = arguments(call.arguments());
        if (arguments.isEmpty()) {
            return "Not done: the arguments are not one JSON object of at most 16 KiB.";
        }
        var result = run(tool.get(), arguments.get());
        var text = result.hasSucceeded() ? tool.get().successText() : tool.get().errorText();
        if (text == null || text.isBlank()) {
            return result.text();
        }
        speech.add(new Words(" " + text.strip() + " "));
        speech.add(new Pause());
        return result.text() + "\n(The caller has just been told: \"" + text.strip() + "\")";
    }

    private ToolResult run(Tool tool, ObjectNode arguments) {
        var result = await(toolbox.begin(tool.name(), Json.write(arguments)));
        isDone |= result.hasSucceeded();
        return result;
    }

    private ToolResult await(Toolbox.Run begun) {
        run = begun;
        if (closed) {
            begun.abandon();
        }
        return begun.await();
    }

    private Optional<Tool> tool(ToolCall call) {
        return toolbox.tools().stream().filter(tool -> tool.name().equals(call.name())).findFirst();
    }

    private static Optional<ObjectNode> arguments(String text) {
        if (text.isBlank()) {
            return Optional.of(Json.object());
        }
        if (text.length() > MAX_ARGUMENTS) {
            return Optional.empty();
        }
        try {
            var node = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
