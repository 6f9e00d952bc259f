package dev.parley.connections;

import dev.parley.audio.Pcm;
import dev.parley.voice.Loop;
import io.vertx.core.Context;

/// The event loop of a socket.
public record SocketLoop(Context context) implements Loop {
    @Override
    public void run(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    @Override
    public AutoCloseable pulse(Runnable task) {
        var vertx = context.owner();
        long timer = vertx.setPeriodic(Pcm.FRAME_MILLIS, _ -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
