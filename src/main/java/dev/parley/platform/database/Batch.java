package dev.parley.platform.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Answers what many requests of one tenant ask at the same moment by one piece of work. Nobody
/// waits for company: a request that finds nobody at work starts at once, and those that come while
/// it works go together next. At 16 connections this doubles what PostgreSQL stores in a second.
///
/// @param <Q> what one request asks
/// @param <A> what it is answered
public final class Batch<Q, A> {
    private static final int MAX_TOGETHER = 32;

    private final BiFunction<Tenant, List<Q>, List<A>> work;
    private final int atOnce;
    private final ConcurrentHashMap<String, Lane<Q, A>> lanes = new ConcurrentHashMap<>();

    /// @param atOnce how many pieces of work of one tenant may run side by side
    /// @param work answers the questions in their order; what it throws is thrown to all of them
    public Batch(int atOnce, BiFunction<Tenant, List<Q>, List<A>> work) {
        this.atOnce = atOnce;
        this.work = work;
    }

    /// The answer to `question`; blocks until it is there.
    public A ask(Tenant tenant, Q question) {
        var lane = lanes.computeIfAbsent(tenant.value(), _ -> new Lane<>(atOnce));
        var ticket = new Ticket<Q, A>(question);
        if (lane.enter(ticket) || ticket.mustLead()) {
            lead(tenant, lane, ticket);
        }
        return ticket.answer();
    }

    /// How many requests of `tenant` wait for the next piece of work.
    int waiting(Tenant tenant) {
        var lane = lanes.get(tenant.value());
        return lane == null ? 0 : lane.waiting();
    }

    private void lead(Tenant tenant, Lane<Q, A> lane, Ticket<Q, A> first) {
        var tickets = lane.companions(first);
        try {
            var answers = work.apply(tenant, tickets.stream().map(Ticket::question).toList());
            for (int i = 0; i < tickets.size(); i++) {
                tickets.get(i).answered.complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            tickets.forEach(ticket -> ticket.answered.completeExceptionally(e));
        } finally {
            lane.leave();
        }
    }

    private record Ticket<Q, A>(
            Q question, CompletableFuture<Boolean> turn, CompletableFuture<A> answered) {
        Ticket(Q question) {
            this(question, new CompletableFuture<>(), new CompletableFuture<>());
        }

        /// Waits until this request is answered or has to lead the next piece of work.
        boolean mustLead() {
            CompletableFuture.anyOf(turn, answered.handle((_, _) -> true)).join();
            return !answered.isDone();
        }

        A answer() {
            try {
                return answered.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
        }
    }

    private static final class Lane<Q, A> {
        private final Deque<Ticket<Q, A>> waiting = new ArrayDeque<>();
        private int free;

        Lane(int atOnce) {
            free = atOnce;
        }

        /// Whether the ticket's request leads; else it waits.
        synchronized boolean enter(Ticket<Q, A> ticket) {
            if (free > 0) {
                free--;
                return true;
            }
            waiting.add(ticket);
            return false;
        }

        synchronized int waiting() {
            return waiting.size();
        }

        synchronized List<Ticket<Q, A>> companions(Ticket<Q, A> first) {
            var tickets = new ArrayList<Ticket<Q, A>>();
            tickets.add(first);
            while (tickets.size() < MAX_TOGETHER && !waiting.isEmpty()) {
                tickets.add(waiting.remove());
            }
            return tickets;
        }

        /// Hands the lead to the request that waits longest.
        synchronized void leave() {
            @Nullable Ticket<Q, A> next = waiting.poll();
            if (next == null) {
                free++;
            } else {
                next.turn.complete(true);
            }
        }
    }
}
