package dev.parley.talk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.talk.Happening.Closed;
import dev.parley.talk.Happening.NothingMore;
import dev.parley.talk.Happening.Typed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One conversation from the terminal: connect, talk, and show what was kept of it.
public final class Talk {
    private static final Duration ANALYSED_WITHIN = Duration.ofSeconds(5);
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final int ENDED = 1000;

    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final Api api;
    private final String keyInShell;
    private final InputStream in;
    private final Screen screen;
    private final boolean isTerminal;

    /// @param keyInShell how a shell finds the key, for the command shown at the end
    /// @param isTerminal whether a person sits there, rather than a pipe
    public Talk(
            URI server,
            String key,
            String keyInShell,
            InputStream in,
            PrintStream out,
            boolean isTerminal) {
        this.api = new Api(server, key);
        this.keyInShell = keyInShell;
        this.in = in;
        this.screen = new Screen(out, isTerminal);
        this.isTerminal = isTerminal;
    }

    /// Talks to the agent of that name or id, or to the first active one.
    ///
    /// @throws TalkFailed when there is no conversation
    public void run(Optional<String> wanted) throws InterruptedException {
        var agent = api.agent(wanted);
        var name = agent.path("name").asText();
        var connection = api.connect(agent.path("id").asText());
        var socket =
                api.open(connection.path("socketUrl").asText(), new SocketEars(happenings::add));
        screen.note(
                "You are talking to %s (%s). /bye or Ctrl-D hangs up."
                        .formatted(name, agent.path("role").asText()));
        Thread.ofPlatform().daemon().name("keyboard").start(this::read);
        var dialogue =
                new Dialogue(
                        name,
                        screen,
                        isTerminal,
                        message -> socket.sendText(message, true).exceptionally(_ -> socket));
        while (dialogue.closed().isEmpty()) {
            dialogue.on(happenings.take());
        }
        dialogue.closed().ifPresent(this::sayWhy);
        if (dialogue.conversation().isPresent()) {
            report(dialogue.conversation().get());
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                happenings.add(new Typed(line));
            }
        } catch (IOException e) {
            screen.note("(the input broke: " + e.getMessage() + ")");
        }
        happenings.add(new NothingMore());
    }

    private void sayWhy(Closed closed) {
        screen.line("");
        screen.note(
                closed.code() == ENDED
                        ? "The conversation has ended: " + closed.reason().replace('_', ' ')
                        : "The line was closed: %s (%d)"
                                .formatted(closed.reason().replace('_', ' '), closed.code()));
    }

    private void report(String id) throws InterruptedException {
        var conversation = analysed(id);
        screen.line("");
        if (conversation.path("conversationAnalytics").isNull()) {
            screen.line("Its analysis is not ready yet. Look again soon:");
        } else {
            screen.line("What was kept of it:");
            Report.of(conversation).forEach(screen::line);
            screen.line("");
        }
        screen.line(
                "  curl -H \"Authorization: Bearer %s\" %s"
                        .formatted(keyInShell, api.conversationUrl(id)));
    }

    private JsonNode analysed(String id) throws InterruptedException {
        long until = System.nanoTime() + ANALYSED_WITHIN.toNanos();
        while (true) {
            var conversation = api.conversation(id);
            if (!conversation.path("conversationAnalytics").isNull() || System.nanoTime() > until) {
                return conversation;
            }
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN.toMillis());
        }
    }
}
