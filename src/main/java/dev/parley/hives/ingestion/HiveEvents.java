package dev.parley.hives.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.hives.Hive;
import dev.parley.platform.http.Response;
import dev.parley.platform.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Server-sent events: the state of a hive now, each change of it, and the end of it all when it is
/// read or gone, or after a while; whoever wants to know more asks again.
final class HiveEvents implements Response.Flow {
    private static final byte[] NOTHING = {};
    private static final long PAUSE = Duration.ofMillis(500).toNanos();
    private static final long SILENCE = Duration.ofSeconds(10).toNanos();

    private final Supplier<Optional<Hive>> look;
    private final long end;
    private final Runnable onClose;
    private String last = "";
    private long lastAt = System.nanoTime();
    private boolean isOver;
    private boolean isClosed;

    HiveEvents(Supplier<Optional<Hive>> look, Duration life, Runnable onClose) {
        this.look = look;
        this.end = System.nanoTime() + life.toNanos();
        this.onClose = onClose;
    }

    @Override
    public byte[] next() {
        while (!isOver) {
            if (!last.isEmpty()) {
                if (System.nanoTime() >= end) {
                    return NOTHING;
                }
                LockSupport.parkNanos(PAUSE);
            }
            var event = event(look.get());
            if (!event.equals(last)) {
                last = event;
                lastAt = System.nanoTime();
                return event.getBytes(UTF_8);
            }
            if (System.nanoTime() - lastAt > SILENCE) {
                // tells whether anybody still listens
                lastAt = System.nanoTime();
                return ": nothing new\n\n".getBytes(UTF_8);
            }
        }
        return NOTHING;
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            onClose.run();
        }
    }

    private String event(Optional<Hive> found) {
        if (found.isEmpty()) {
            isOver = true;
            return "event: gone\ndata: {}\n\n";
        }
        var hive = found.get();
        isOver = hive.status().equals(Hive.COMPLETED) || hive.status().equals(Hive.FAILED);
        var data = Json.object().put("status", hive.status());
        data.set(
                "internalProps",
                Json.tree(
                        Optional.ofNullable(hive.content().internalProps())
                                .orElseGet(Json::object)));
        return "event: progress\ndata: " + Json.write(data) + "\n\n";
    }
}
