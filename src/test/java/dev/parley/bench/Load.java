package dev.parley.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/// Clients that each ask again as soon as they are answered, one thread per client.
final class Load {
    /// One connection and the one thing it asks.
    interface Client extends AutoCloseable {
        void ask() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /// Makes the client of a number, from 0.
    interface Maker {
        Client make(int number) throws Exception;
    }

    /// What a round showed.
    record Round(double perSecond, long p50Micros, long p99Micros, long count, double cpuSeconds) {
        /// CPU of one answer, in client, server and database together.
        double cpuMicros() {
            return cpuSeconds * 1e6 / count;
        }
    }

    private Load() {}

    static List<Client> open(int count, Maker maker) throws Exception {
        var clients = new ArrayList<Client>();
        for (int i = 0; i < count; i++) {
            clients.add(maker.make(i));
        }
        return clients;
    }

    static void close(List<Client> clients) throws Exception {
        for (var client : clients) {
            client.close();
        }
    }

    static Round run(List<Client> clients, Duration duration) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            var cpu = Processes.ourSeconds();
            long begin = System.nanoTime();
            long end = begin + duration.toNanos();
            var running = new ArrayList<Future<Histogram>>();
            for (var client : clients) {
                running.add(threads.submit(() -> askUntil(client, end)));
            }
            var all = new Histogram(3);
            for (var one : running) {
                all.add(one.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Round(
                    all.getTotalCount() / seconds,
                    all.getValueAtPercentile(50) / 1_000,
                    all.getValueAtPercentile(99) / 1_000,
                    all.getTotalCount(),
                    Processes.ourSecondsSince(cpu));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        }
    }

    private static Histogram askUntil(Client client, long end) throws Exception {
        var histogram = new Histogram(3);
        for (long now = System.nanoTime(); now < end; ) {
            client.ask();
            long answered = System.nanoTime();
            histogram.recordValue(answered - now);
            now = answered;
        }
        return histogram;
    }
}
