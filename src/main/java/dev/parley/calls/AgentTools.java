package dev.parley.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.actions.Action;
import dev.parley.actions.ActionStore.Stored;
import dev.parley.actions.Endpoint;
import dev.parley.actions.calling.Arguments;
import dev.parley.actions.calling.RunAction;
import dev.parley.live.Tool;
import dev.parley.live.ToolCall;
import dev.parley.live.ToolResult;
import dev.parley.live.Tools;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The actions of an agent as tools of one conversation: those it is linked to and no others (P1).
final class AgentTools implements Tools {
    private static final int MOST_TOOLS = 64;
    private static final int LONGEST_NAME = 48;

    private final OrgId org;
    private final Call call;
    private final RunAction runAction;
    private final Map<String, Means> tools = new LinkedHashMap<>();

    /// A tool and what it takes to use it.
    private record Means(Tool tool, Stored action, Arguments judge) {}

    /// @param call that is to be transferred or ended, where the agent may do that
    AgentTools(OrgId org, List<Stored> actions, RunAction runAction, Call call) {
        this.org = org;
        this.call = call;
        this.runAction = runAction;
        actions.stream().filter(AgentTools::canRun).limit(MOST_TOOLS).forEach(this::add);
    }

    @Override
    public List<Tool> offered() {
        return tools.values().stream().map(Means::tool).toList();
    }

    @Override
    public ToolResult run(ToolCall use) {
        var means = tools.get(use.name());
        if (means == null) {
            return new ToolResult(false, "There is no such tool.");
        }
        return arguments(use)
                .map(arguments -> run(means, arguments, use.id()))
                .orElseGet(() -> new ToolResult(false, "Not done: the arguments are no object."));
    }

    private ToolResult run(Means means, ObjectNode arguments, String id) {
        if (means.action.action().endpoint() instanceof Endpoint.Internal(_, var function)) {
            var faults = means.judge.faults(arguments);
            return faults.isEmpty()
                    ? PhoneTools.run(function, means.action.action().parameters(), arguments, call)
                    : new ToolResult(false, "Not done: " + String.join("; ", faults));
        }
        var outcome = runAction.run(org, means.action, means.judge, arguments, id);
        return new ToolResult(outcome.hasSucceeded(), outcome.text());
    }

    private static boolean canRun(Stored stored) {
        var endpoint = stored.action().endpoint();
        return endpoint instanceof Endpoint.Http || PhoneTools.isOne(endpoint);
    }

    private void add(Stored stored) {
        var action = stored.action();
        var name = nameOf(action);
        var tool =
                new Tool(
                        name,
                        action.name(),
                        Objects.requireNonNullElse(action.description(), action.name()),
                        Json.write(schemaOf(action)),
                        action.userWaitingText(),
                        action.userSuccessText(),
                        action.userErrorText());
        tools.put(name, new Means(tool, stored, new Arguments(schemaOf(action))));
    }

    /// Models and their servers want an object's schema.
    private static ObjectNode schemaOf(Action action) {
        var schema = PhoneTools.schema(action.endpoint(), action.parameters());
        if (!schema.has("type")) {
            schema.put("type", "object");
        }
        if (!schema.has("properties")) {
            schema.putObject("properties");
        }
        return schema;
    }

    /// Letters and digits of the action's name, and a number where two would be the same.
    private String nameOf(Action action) {
        var plain =
                Normalizer.normalize(action.name(), Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        var base = plain.isEmpty() ? "action" : plain;
        var cut = base.length() <= LONGEST_NAME ? base : base.substring(0, LONGEST_NAME);
        var name = cut;
        for (int number = 2; tools.containsKey(name); number++) {
            name = cut + "_" + number;
        }
        return name;
    }

    private static Optional<ObjectNode> arguments(ToolCall use) {
        try {
            return Json.parse(use.arguments().getBytes(UTF_8)) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
