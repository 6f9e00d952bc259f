package dev.parley.connections;

import dev.parley.voice.Loop;
import io.vertx.core.Context;

/// The event loop of a socket.
public record SocketLoop(Context context) implements Loop {
    @Override
    public void run(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    @Override
    public AutoCloseable pulse(int millis, Runnable task) {
        var vertx = context.owner();
        long timer = vertx.setPeriodic(millis, _ -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
