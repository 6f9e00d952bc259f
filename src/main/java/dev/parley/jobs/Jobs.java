package dev.parley.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.OneConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The server's durable work. A job is enqueued in the transaction that wants it, so it exists if
/// and only if the change does; it runs at least once, on one server at a time, and again after a
/// crash. Stored are names and JSON, never classes.
public final class Jobs implements AutoCloseable {
    private static final int AT_ONCE = 12;
    private static final int MAX_RETRIES = 8;

    /// What fails eight times waits for an operator, and goes on trying.
    private static final Duration LATER = Duration.ofHours(1);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Task<?>> kinds = new HashMap<>();
    private final List<RecurringTask<?>> chores = new ArrayList<>();
    private @Nullable Scheduler scheduler;

    public Jobs(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A kind of work: its stored name, its data, and the handler, which may run twice for one job.
    public record Kind<T>(String name, Class<T> data, Consumer<T> handler) {
        private Task<T> task() {
            return Tasks.oneTime(name, data)
                    .onFailure(retries())
                    .execute((instance, _) -> handler.accept(instance.getData()));
        }
    }

    /// A kind of work that may not be possible yet, or not to its end: its handler answers after
    /// how long the same job is to be tried again, nothing when it is done.
    public record Returning<T>(
            String name, Class<T> data, Function<T, Optional<Duration>> handler) {
        private Task<T> task(InstantSource clock) {
            return Tasks.custom(name, data)
                    .onFailure(retries())
                    .execute((instance, _) ->
                            handler.apply(instance.getData())
                                    .<CompletionHandler<T>>map(after -> again(clock, after))
                                    .orElseGet(CompletionHandler.OnCompleteRemove::new));
        }

        private static <T> CompletionHandler<T> again(InstantSource clock, Duration after) {
            return (complete, execution) ->
                    execution.reschedule(complete, clock.instant().plus(after));
        }
    }

    private static <T> FailureHandler<T> retries() {
        return FailureHandler.<T>maxRetries(MAX_RETRIES)
                .withBackoff(FIRST_RETRY)
                .then(new FailureHandler.OnFailureRetryLater<>(LATER));
    }

    /// Work that comes back `every` so long on one server at a time, for as long as one runs.
    public record Chore(String name, Duration every, Runnable work) {
        private RecurringTask<?> task() {
            return Tasks.recurring(name, FixedDelay.of(every)).execute((_, _) -> work.run());
        }
    }

    /// Adds a kind of work, before the start.
    public void handle(Kind<?> kind) {
        kinds.put(kind.name(), kind.task());
    }

    /// Adds a kind of work that may be tried again, before the start.
    public void handle(Returning<?> kind) {
        kinds.put(kind.name(), kind.task(clock));
    }

    /// Adds work that comes back, before the start.
    public void repeat(Chore chore) {
        chores.add(chore.task());
    }

    /// Starts working.
    public void start() {
        scheduler =
                Scheduler.create(database.source(), new ArrayList<Task<?>>(kinds.values()))
                        .startTasks(chores)
                        .serializer(new JsonSerializer())
                        .clock(clock::instant)
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .threads(AT_ONCE)
                        .pollingInterval(POLLING)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(4)
                        .shutdownMaxWait(GRACE)
                        .build();
        scheduler.start();
    }

    /// Enqueues a job that commits with `tx`. Of two jobs of one kind and name, one runs.
    public void enqueue(Handle tx, String kind, String name, Object data) {
        enqueue(tx, kind, name, data, clock.instant());
    }

    /// Like [#enqueue(Handle, String, String, Object)], of a job that is not due before `when`.
    public void enqueue(Handle tx, String kind, String name, Object data, Instant when) {
        var task = kinds.get(kind);
        if (task == null) {
            throw new IllegalArgumentException("No job of this kind: " + kind);
        }
        SchedulerClient.Builder.create(new OneConnection(tx.getConnection()), task)
                .serializer(new JsonSerializer())
                .build()
                .scheduleIfNotExists(new TaskInstance<>(kind, name, data), when);
    }

    /// Looks for work now instead of at the next turn; called when a transaction that enqueued a
    /// job has committed.
    public void hurry() {
        var running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    /// How many jobs are due and not begun: deliveries, analyses, readings. More than a few for
    /// longer than a moment says that this server does not keep up.
    public int waiting() {
        return database.system(tx ->
                tx.createQuery(
                                """
                                SELECT count(*) FROM scheduled_tasks
                                WHERE NOT picked AND execution_time <= :now
                                """)
                        .bind("now", clock.instant())
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public void close() {
        var running = scheduler;
        if (running != null) {
            running.stop();
        }
    }
}
