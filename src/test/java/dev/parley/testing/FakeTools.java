package dev.parley.testing;

import dev.parley.live.Tool;
import dev.parley.live.ToolCall;
import dev.parley.live.ToolResult;
import dev.parley.live.Tools;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Tools that note how they are used and answer what the test wants.
public final class FakeTools implements Tools {
    /// Takes an order.
    public static final Tool ORDER =
            new Tool(
                    "place_order",
                    "Place order",
                    "Places an order with the kitchen",
                    """
                    {"type":"object","properties":{"items":{"type":"array"}},"required":["items"]}\
                    """,
                    "One moment, please.",
                    null,
                    null);

    private final List<Tool> offered;
    private final List<ToolCall> used = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ToolCall> begun = new LinkedBlockingQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile ToolResult result = new ToolResult(true, "{\"number\":7}");

    public FakeTools(Tool... offered) {
        this.offered = List.of(offered);
    }

    /// From now on everything is answered with this.
    public FakeTools answers(boolean hasSucceeded, String text) {
        result = new ToolResult(hasSucceeded, text);
        return this;
    }

    /// From now on nothing comes to its end before it is let go.
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void letGo() {
        gate.countDown();
    }

    /// Every use so far.
    public List<ToolCall> used() {
        return used;
    }

    /// Waits for the next use.
    public ToolCall next() throws InterruptedException {
        var call = begun.poll(10, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no tool was used");
        }
        return call;
    }

    @Override
    public List<Tool> offered() {
        return offered;
    }

    @Override
    public ToolResult run(ToolCall call) {
        used.add(call);
        begun.add(call);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return result;
    }
}
