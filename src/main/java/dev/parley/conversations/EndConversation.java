package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.conversations.ConversationStore.Locked;
import dev.parley.jobs.Jobs;
import dev.parley.live.EndReason;
import dev.parley.live.Measures;
import dev.parley.platform.database.Database;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.RecogniseCaller;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Closes the record of a live conversation: its lines become its transcript, and its analysis is
/// enqueued with the same commit, so that it is ended before it is analysed and never half. Once
/// more changes nothing.
public final class EndConversation {
    private final Database database;
    private final ConversationStore conversations;
    private final Traces traces;
    private final Jobs jobs;
    private final ConversationEvents events;
    private final InstantSource clock;

    /// Where a conversation's sound can be fetched.
    @FunctionalInterface
    public interface Recorded {
        /// @return empty when none was recorded
        Optional<String> address(Handle tx, OrgId org, ConversationId conversation);
    }

    /// What a conversation leaves behind while it goes on.
    public record Traces(LineStore lines, LeaseStore leases, Recorded recorded) {}

    public EndConversation(
            Database database,
            ConversationStore conversations,
            Traces traces,
            Jobs jobs,
            ConversationEvents events,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.traces = traces;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    void run(
            OrgId org,
            ConversationId id,
            EndReason reason,
            Instant at,
            @Nullable Measures measures) {
        database.run(
                org,
                tx ->
                        conversations
                                .findForUpdate(tx, org, id)
                                .filter(Locked::isLive)
                                .ifPresent(
                                        live -> end(tx, live, new Ending(reason, at, measures))));
        jobs.hurry();
    }

    /// Ends a conversation whose server has died, at its last line.
    void runForOrphan(OrgId org, ConversationId id) {
        var last =
                database.transact(
                        org,
                        tx ->
                                traces.lines().of(tx, org, id).stream()
                                        .map(TranscriptLine::timestamp)
                                        .map(Timestamps::instant)
                                        .max(Instant::compareTo));
        run(org, id, EndReason.ERROR_INTERNAL, last.orElseGet(clock::instant), null);
        database.run(org, tx -> traces.leases().release(tx, org, id));
    }

    private record Ending(EndReason reason, Instant at, @Nullable Measures measures) {}

    private void end(Handle tx, Locked live, Ending ending) {
        var org = live.conversation().orgId();
        var reason = ending.reason();
        var id = live.conversation().id();
        var said = traces.lines().of(tx, org, id);
        var ended =
                live.conversation()
                        .withTranscript(said, Timestamps.write(ending.at()))
                        .measured(ending.measures())
                        .recordedAt(traces.recorded().address(tx, org, id).orElse(null))
                        .changed(RecogniseCaller.PLATFORM, Timestamps.write(clock.instant()));
        conversations.update(tx, org, live.ended(ended));
        conversations.keepEnd(tx, org, id, reason.wire(), reason.fault().wire());
        traces.lines().delete(tx, org, id);
        traces.leases().release(tx, org, id);
        events.ended(tx, ended);
        AnalyseConversation.enqueue(jobs, tx, org, id);
    }

    /// What nobody is left to end.
    public Jobs.Chore orphans(dev.parley.jobs.Nodes nodes, java.time.Duration every) {
        return new Jobs.Chore("end-orphaned-conversations", every, () -> endOrphans(nodes));
    }

    private void endOrphans(dev.parley.jobs.Nodes nodes) {
        for (var node : nodes.dead()) {
            List<LeaseStore.Lease> held = database.system(tx -> traces.leases().heldBy(tx, node));
            held.forEach(lease -> runForOrphan(lease.org(), lease.conversation()));
            nodes.bury(node);
        }
    }
}
