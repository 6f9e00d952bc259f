package dev.parley.files;

import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.http.Route.Handler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets a few uploads be checked and stored at once and makes the others wait, so that they never
/// take all connections to the database from everybody else (F6, O3).
public final class UploadQueue {
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 60;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /// The same operation; queued if it takes files.
    public Route guard(Route route) {
        return route.takesFiles()
                ? route.handledBy(request -> inTurn(request, route.handler()))
                : route;
    }

    private Response inTurn(Request request, Handler handler) {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem.Unavailable("Too many files are coming in; try again shortly");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server is stopping");
        }
        try {
            return handler.handle(request);
        } finally {
            free.release();
        }
    }
}
