package dev.parley.brains.turns;

import dev.parley.brains.desk.Doing;
import dev.parley.live.ToolResult;
import dev.parley.live.Toolbox;
import java.util.concurrent.CompletableFuture;

/// A tool at work for the caller. Whoever waits for its end may give up and another come back
/// later, so a thread of its own waits for the tool.
///
/// @param end how it ended, once it has
public record Deed(Doing doing, CompletableFuture<ToolResult> end) {
    private static final ToolResult LOST = new ToolResult(false, "");

    public static Deed begin(Doing doing, Toolbox toolbox) {
        var run = toolbox.begin(doing.tool(), doing.arguments());
        var deed = new Deed(doing, new CompletableFuture<>());
        Thread.ofVirtual().name("deed").start(() -> deed.end.complete(result(run)));
        return deed;
    }

    private static ToolResult result(Toolbox.Run run) {
        try {
            return run.await();
        } catch (RuntimeException _) {
            return LOST;
        }
    }
}
