package dev.parley.connections;

import dev.parley.voice.Loop;
import io.vertx.core.Context;
import java.util.concurrent.RejectedExecutionException;

/// The event loop of a socket.
public record SocketLoop(Context context) implements Loop {
    @Override
    public void run(Runnable task) {
        try {
            context.runOnContext(_ -> task.run());
        } catch (RejectedExecutionException _) {
            // the server has stopped, and its sockets with it
        }
    }

    @Override
    public AutoCloseable pulse(int millis, Runnable task) {
        var vertx = context.owner();
        long timer = vertx.setPeriodic(millis, _ -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
