package dev.parley.voice;

/// The one thread of a socket. Nothing that runs on it may block.
public interface Loop {
    /// Runs `task` on the loop, after what was given before.
    void run(Runnable task);

    /// Runs `task` on the loop every so many milliseconds, until the result is closed.
    AutoCloseable pulse(int millis, Runnable task);
}
