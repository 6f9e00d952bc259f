package dev.parley.talk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Json;
import dev.parley.talk.Happening.Closed;
import dev.parley.talk.Happening.NothingMore;
import dev.parley.talk.Happening.Received;
import dev.parley.talk.Happening.Typed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/// Who says what next. A person may interrupt the agent; lines that come from a pipe wait for the
/// agent to finish.
final class Dialogue {
    private static final String GOODBYE = "/bye";

    private final String agent;
    private final Screen screen;
    private final boolean isTerminal;
    private final Consumer<String> socket;
    private final Deque<String> unsaid = new ArrayDeque<>();
    private boolean agentHasTheWord = true;
    private boolean isInputOver;
    private boolean isStopped;
    private Optional<String> conversation = Optional.empty();
    private Optional<Closed> closed = Optional.empty();

    /// @param socket sends one message
    Dialogue(String agent, Screen screen, boolean isTerminal, Consumer<String> socket) {
        this.agent = agent;
        this.screen = screen;
        this.isTerminal = isTerminal;
        this.socket = socket;
    }

    Optional<String> conversation() {
        return conversation;
    }

    /// How the socket was closed, once it is.
    Optional<Closed> closed() {
        return closed;
    }

    void on(Happening happening) {
        switch (happening) {
            case Typed(var line) when isTerminal -> {
                screen.entered();
                type(line.strip());
            }
            case Typed(var line) -> unsaid.add(line.strip());
            case NothingMore() -> isInputOver = true;
            case Received(var frame) -> receive(frame);
            case Closed end -> closed = Optional.of(end);
        }
        goOn();
    }

    private void goOn() {
        if (closed.isPresent() || isStopped) {
            return;
        }
        if (isTerminal && isInputOver) {
            stop();
        } else if (isTerminal && !agentHasTheWord) {
            screen.prompt();
        } else if (!agentHasTheWord && !unsaid.isEmpty()) {
            var line = unsaid.remove();
            screen.echo(line);
            type(line);
        } else if (!agentHasTheWord && isInputOver) {
            stop();
        }
    }

    private void type(String line) {
        if (line.equals(GOODBYE)) {
            stop();
        } else if (!line.isEmpty() && !isStopped) {
            agentHasTheWord = true;
            socket.accept(frame("CLIENT_TO_SERVER_SYNC", line));
        }
    }

    private void stop() {
        if (!isStopped) {
            isStopped = true;
            socket.accept(frame("STOP", ""));
        }
    }

    private void receive(JsonNode frame) {
        var payload = frame.path("payload");
        switch (frame.path("command").asText()) {
            case "SERVER_TO_CLIENT_SYNC" -> screen.says(agent, payload.asText());
            case "END_OF_TURN" -> agentHasTheWord = false;
            case "ABORT_AUDIO" -> screen.note("(interrupted)");
            case "EVENT" -> tell(payload);
            default -> {}
        }
    }

    private void tell(JsonNode event) {
        switch (event.path("type").asText()) {
            case "conversation.started" ->
                    conversation = Optional.of(event.path("conversationId").asText());
            case "trouble" -> screen.note("(something broke; the server's log says more)");
            default -> {}
        }
    }

    private static String frame(String command, String text) {
        return Json.write(
                Json.object()
                        .put("command", command)
                        .put("payloadType", "TEXT")
                        .put("payload", text));
    }
}
