package dev.parley.brains;

import dev.parley.live.Tool;
import dev.parley.live.ToolCall;
import dev.parley.live.ToolResult;
import dev.parley.live.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Tools that do nothing but remember what they were told.
final class FakeToolbox implements Toolbox {
    private final List<Tool> tools;
    private final List<ToolCall> calls = new CopyOnWriteArrayList<>();
    private final List<Run> running = new CopyOnWriteArrayList<>();

    /// Counts down when a tool is begun.
    final CountDownLatch begun = new CountDownLatch(1);

    private ToolResult result = new ToolResult(true, "{}");
    private CompletableFuture<ToolResult> held;

    FakeToolbox(Tool... tools) {
        this.tools = List.of(tools);
    }

    FakeToolbox answering(boolean succeeds, String text) {
        result = new ToolResult(succeeds, text);
        return this;
    }

    /// Tools do not end before they are let go of.
    FakeToolbox holding() {
        held = new CompletableFuture<>();
        return this;
    }

    void letGo() {
        held.complete(result);
    }

    List<String> arguments() {
        return calls.stream().map(ToolCall::arguments).toList();
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
        var end = held == null ? CompletableFuture.completedFuture(result) : held;
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
