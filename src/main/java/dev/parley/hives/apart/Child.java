package dev.parley.hives.apart;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Steps;
import dev.parley.hives.documents.Unreadable;
import dev.parley.hives.reading.Readers;
import dev.parley.platform.json.Json;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One process that reads documents, one at a time.
final class Child implements AutoCloseable {
    private static final int MAX_ANSWER = 64 << 20;
    private static final int START_SECONDS = 60;
    private static final long LEAST_WAIT = 1_000_000;

    /// What the JVM ends with when it is out of memory and was told to end then.
    private static final int OUT_OF_MEMORY = 3;

    private sealed interface Message {
        record Step(int done, int total) implements Message {}

        record Answer(byte[] json) implements Message {}

        record End() implements Message {}
    }

    private final Process process;
    private final ReadingLimits limits;
    private final DataOutputStream questions;
    private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private boolean isReady;
    private int read;
    private volatile boolean isEnded;

    private Child(Process process, ReadingLimits limits) {
        this.process = process;
        this.limits = limits;
        this.questions = new DataOutputStream(process.getOutputStream());
        // a pipe is read by a thread of the platform: it would hold a virtual one's carrier
        Thread.ofPlatform().daemon().name("reading-" + process.pid()).start(this::listen);
    }

    /// @param folder for what libraries put into temporary files
    static Child start(ReadingLimits limits, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-Xmx" + limits.heapMebibytes() + "m",
                        "-Xss2m",
                        "-XX:MaxMetaspaceSize=128m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        // a file without names: none can be looked up
                        "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingProcess.class.getName(),
                        Integer.toString(limits.maxCharacters()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // it needs none of the server's secrets
        builder.environment().clear();
        return new Child(builder.start(), limits);
    }

    /// @throws Unreadable when nothing can be made of the document, or it takes too long
    /// @throws ChildDied when the process is gone
    Document read(Readers.Source source, Steps steps)
            throws Unreadable, ChildDied, InterruptedException {
        read++;
        try {
            var question = Json.bytes(source);
            questions.writeInt(question.length);
            questions.write(question);
            questions.flush();
        } catch (IOException _) {
            throw died();
        }
        var reply = Json.stored(new String(awaited(steps), StandardCharsets.UTF_8), Reply.class);
        var document = reply.document();
        if (document == null) {
            throw new Unreadable(String.valueOf(reply.fault()));
        }
        return document;
    }

    /// Whether it can read another document.
    boolean isFit() {
        return !isEnded && process.isAlive() && read < limits.documents();
    }

    long pid() {
        return process.pid();
    }

    /// Ends it at once, and whatever it may have started.
    @Override
    public void close() {
        isEnded = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private byte[] awaited(Steps steps) throws Unreadable, ChildDied, InterruptedException {
        try {
            awaitReady();
            return answer(steps);
        } catch (RuntimeException | InterruptedException e) {
            // what it still says must not be taken for the answer to the next question
            close();
            throw e;
        }
    }

    /// Its start is nobody's fault, and not counted.
    private void awaitReady() throws Unreadable, ChildDied, InterruptedException {
        if (!isReady) {
            isReady = messages.poll(START_SECONDS, TimeUnit.SECONDS) instanceof Message.Step;
        }
        if (!isReady) {
            throw died();
        }
    }

    private byte[] answer(Steps steps) throws Unreadable, ChildDied, InterruptedException {
        long end = System.nanoTime() + limits.longest().toNanos();
        var worked = worked();
        while (true) {
            var allowed = limits.standstill().minus(worked().minus(worked));
            // a process that sleeps does not work: look again after a while
            long wait = Math.max(allowed.toNanos(), LEAST_WAIT);
            long left = Math.min(wait, end - System.nanoTime());
            switch (messages.poll(left, TimeUnit.NANOSECONDS)) {
                case Message.Step(int done, int total) -> {
                    steps.at(done, total);
                    worked = worked();
                }
                case Message.Answer(var json) -> {
                    return json;
                }
                case Message.End() -> throw died();
                case null -> {
                    if (System.nanoTime() >= end || hasStoodStill(worked)) {
                        close();
                        throw new Unreadable("The document takes too long to read");
                    }
                }
            }
        }
    }

    /// Its own time counts: on a busy machine a good document is not to blame for the wait.
    private boolean hasStoodStill(Duration since) {
        return worked().minus(since).compareTo(limits.standstill()) >= 0;
    }

    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private ChildDied died() {
        close();
        return new ChildDied(process.onExit().join().exitValue() == OUT_OF_MEMORY);
    }

    private void listen() {
        try (var in = new DataInputStream(process.getInputStream())) {
            while (true) {
                int length = in.readInt();
                if (length < 0) {
                    messages.add(new Message.Step(-length, in.readInt()));
                } else if (length > MAX_ANSWER) {
                    break;
                } else {
                    messages.add(new Message.Answer(in.readNBytes(length)));
                }
            }
        } catch (IOException _) {
            // it has ended
        } finally {
            messages.add(new Message.End());
        }
    }
}
