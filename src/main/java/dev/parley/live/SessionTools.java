package dev.parley.live;

import dev.parley.live.SessionEvent.ToolAnswered;
import dev.parley.live.SessionEvent.ToolAsked;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The tools of one conversation in progress: each use runs on a thread of its own, which nobody
/// stops, and posts its beginning and its end to the mailbox.
final class SessionTools implements Toolbox {
    private static final ToolResult TOO_MANY =
            new ToolResult(false, "Not done: enough was done for now. Go on without it.");

    private final Tools tools;
    private final Limits.Uses limits;
    private final Supplier<String> ids;
    private final Consumer<SessionEvent> mailbox;
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private final AtomicInteger ofTurn = new AtomicInteger();
    private final AtomicInteger ofAll = new AtomicInteger();
    private volatile boolean closed;

    SessionTools(
            Tools tools, Limits.Uses limits, Supplier<String> ids, Consumer<SessionEvent> mailbox) {
        this.tools = tools;
        this.limits = limits;
        this.ids = ids;
        this.mailbox = mailbox;
    }

    /// From now on uses count for another turn.
    void nextTurn() {
        ofTurn.set(0);
    }

    /// Nothing is begun any more.
    void close() {
        closed = true;
    }

    @Override
    public List<Tool> tools() {
        return tools.offered();
    }

    @Override
    public List<Run> running() {
        return running.stream().map(Running::another).toList();
    }

    @Override
    public Run begin(String tool, String arguments) {
        var call = new ToolCall(ids.get(), tool, arguments);
        if (closed
                || ofTurn.incrementAndGet() > limits.perTurn()
                || ofAll.incrementAndGet() > limits.perConversation()) {
            return new Running(call, CompletableFuture.completedFuture(TOO_MANY));
        }
        var run = new Running(call, new CompletableFuture<>());
        running.add(run);
        mailbox.accept(new ToolAsked(call));
        Thread.ofVirtual().name("tool").start(() -> run(run));
        return run.another();
    }

    private void run(Running run) {
        var result = new ToolResult(false, "The tool failed.");
        try {
            result = tools.run(run.call);
        } finally {
            mailbox.accept(new ToolAnswered(run.call, result));
            running.remove(run);
            run.end.complete(result);
        }
    }

    private record Running(ToolCall call, CompletableFuture<ToolResult> end) implements Run {
        /// The same use, for somebody else who may wait for it.
        Run another() {
            return new Running(call, end.copy());
        }

        @Override
        public ToolResult await() {
            try {
                return end.join();
            } catch (CompletionException e) {
                throw new Abandoned();
            }
        }

        @Override
        public void abandon() {
            end.completeExceptionally(new Abandoned());
        }
    }
}
