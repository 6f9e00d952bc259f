package dev.parley.brains;

import dev.parley.live.Tool;
import dev.parley.live.ToolCall;
import dev.parley.live.ToolResult;
import dev.parley.live.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Tools that do nothing but remember what they were told.
public final class FakeToolbox implements Toolbox {
    private final List<Tool> tools;
    private final List<ToolCall> calls = new CopyOnWriteArrayList<>();
    private final List<Run> running = new CopyOnWriteArrayList<>();

    /// Counts down when a tool is begun.
    final CountDownLatch begun = new CountDownLatch(1);

    private ToolResult result = new ToolResult(true, "{}");
    private @Nullable CompletableFuture<ToolResult> held;

    public FakeToolbox(Tool... tools) {
        this.tools = List.of(tools);
    }

    public FakeToolbox answering(boolean succeeds, String text) {
        result = new ToolResult(succeeds, text);
        return this;
    }

    /// Tools do not end before they are let go of.
    FakeToolbox holding() {
        held = new CompletableFuture<>();
        return this;
    }

    void letGo() {
        Objects.requireNonNull(held).complete(result);
    }

    List<String> arguments() {
        return calls.stream().map(ToolCall::arguments).toList();
    }

    public List<ToolCall> calls() {
        return calls;
    }

    List<String> used() {
        return calls.stream().map(ToolCall::name).toList();
    }

    @Override
    public List<Tool> tools() {
        return new ArrayList<>(tools);
    }

    @Override
    public Run begin(String tool, String arguments) {
        var call = new ToolCall("dia.1.tool" + calls.size(), tool, arguments);
        calls.add(call);
        var isHeld = held;
        var end = isHeld == null ? CompletableFuture.completedFuture(result) : isHeld;
        var run = new FakeRun(call, end);
        running.add(run);
        end.thenRun(() -> running.remove(run));
        begun.countDown();
        return run;
    }

    @Override
    public List<Run> running() {
        return List.copyOf(running);
    }

    private record FakeRun(ToolCall call, CompletableFuture<ToolResult> end) implements Run {
        @Override
        public ToolResult await() {
            return end.join();
        }

        @Override
        public void abandon() {
            throw new AssertionError("another turn may want to know how it ended");
        }
    }
}
