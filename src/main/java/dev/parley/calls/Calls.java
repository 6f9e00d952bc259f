package dev.parley.calls;

import dev.parley.accounts.AccountStore.Held;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.brains.Brains;
import dev.parley.calls.Admission.Admitted;
import dev.parley.calls.Admission.Full;
import dev.parley.calls.Admission.Stopping;
import dev.parley.calls.Admission.Taken;
import dev.parley.conversations.ConversationId;
import dev.parley.conversations.StartConversation;
import dev.parley.conversations.TranscriptJournal;
import dev.parley.live.CallLog;
import dev.parley.live.EndReason;
import dev.parley.live.Limits;
import dev.parley.live.Line;
import dev.parley.live.LiveSession;
import dev.parley.live.Measures;
import dev.parley.live.Persona;
import dev.parley.live.Script;
import dev.parley.live.TranscriptSink;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The live calls of this server, each at its place. A call is here from the moment it is admitted
/// to the moment its conversation is over.
public final class Calls implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Duration LAST_STEPS = Duration.ofSeconds(1);

    private record Place(OrgId org, String name) {}

    private final ConcurrentHashMap<Place, Call> live = new ConcurrentHashMap<>();
    private final Semaphore free;
    private final EquipAgent equipAgent;
    private final StartConversation startConversation;
    private final TranscriptJournal journal;
    private final Brains brains;
    private final Customs customs;
    private final InstantSource clock;
    private volatile boolean isStopping;

    /// What holds for every call.
    ///
    /// @param asksToRecord whether agents ask callers who speak before they are recorded
    /// @param meter counts what happens
    public record Customs(boolean asksToRecord, CallMeter meter) {}

    public Calls(
            CallsConfig config,
            EquipAgent equipAgent,
            StartConversation startConversation,
            TranscriptJournal journal,
            Brains brains,
            Customs customs,
            InstantSource clock) {
        this.free = new Semaphore(config.maxCalls());
        this.equipAgent = equipAgent;
        this.startConversation = startConversation;
        this.journal = journal;
        this.brains = brains;
        this.customs = customs;
        this.clock = clock;
    }

    /// How many calls are held now.
    public int count() {
        return live.size();
    }

    /// Lets one line in: to a new call, whose record is opened here, or to one that has lost its
    /// line. Waits for the database.
    public Admission admit(Invitation invitation) {
        var place = new Place(invitation.organization().id(), invitation.place());
        if (isStopping) {
            return new Stopping();
        }
        var call = new Call(invitation);
        var existing = live.putIfAbsent(place, call);
        if (existing != null) {
            return existing.hold() ? new Admitted(existing, false) : new Taken();
        }
        if (!free.tryAcquire()) {
            live.remove(place, call);
            return new Full();
        }
        try {
            var kit = equipAgent.run(place.org(), invitation.agent().id(), call);
            var conversation = startConversation.run(invitation.opening());
            call.begin(conversation, new NewCall(place, call, invitation, kit, conversation));
            return new Admitted(call, true);
        } catch (RuntimeException e) {
            forget(place, call);
            throw e;
        }
    }

    /// The live call at a place.
    public Optional<Call> find(OrgId org, String place) {
        return Optional.ofNullable(live.get(new Place(org, place)));
    }

    /// Keeps the record of a call that came to nothing.
    public void miss(Invitation invitation, EndReason why) {
        if (admit(invitation) instanceof Admitted(var call, var isNew)) {
            if (isNew) {
                call.end(why);
            }
            call.decline();
        }
    }

    /// What the calls held now were asked with.
    Set<Held> held() {
        return live.entrySet().stream()
                .map(entry -> held(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }

    /// Ends the calls that were asked with one of `worthless`.
    void endHeldWith(Set<Held> worthless) {
        live.forEach((place, call) -> {
            if (worthless.contains(held(place, call))) {
                call.end(EndReason.ACCESS_REVOKED);
            }
        });
    }

    /// Ends every call of an organization, at once.
    public void endAll(OrgId org) {
        live.forEach((place, call) -> {
            if (place.org().equals(org)) {
                call.end(EndReason.ACCESS_REVOKED);
            }
        });
    }

    private static Held held(Place place, Call call) {
        return new Held(place.org(), call.invitation().credential());
    }

    /// Says goodbye to everybody and waits, not for long, until the calls are over.
    @Override
    public void close() {
        isStopping = true;
        var last = List.copyOf(live.values());
        try {
            last.forEach(Call::drain);
            await(last, LAST_WORDS);
            last.forEach(call -> call.end(EndReason.ERROR_RESTART));
            await(last, LAST_STEPS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(List<Call> calls, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (var call : calls) {
            call.awaitEnd(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    private void forget(Place place, Call call) {
        if (live.remove(place, call)) {
            free.release();
        }
    }

    private final class NewCall implements Call.Opener, TranscriptSink {
        private final Place place;
        private final Call call;
        private final Invitation invitation;
        private final EquipAgent.Kit kit;
        private final TranscriptSink record;

        NewCall(
                Place place,
                Call call,
                Invitation invitation,
                EquipAgent.Kit kit,
                ConversationId conversation) {
            this.place = place;
            this.call = call;
            this.invitation = invitation;
            this.kit = kit;
            this.record = journal.of(place.org(), conversation);
        }

        @Override
        public LiveSession open(Line line, CallLog log) {
            var agent = invitation.agent();
            var organization = invitation.organization();
            return new LiveSession(
                    new Persona(
                            brains.of(agent, organization, kit.equipment()),
                            script(agent, organization),
                            kit.tools()),
                    line,
                    invitation.limits(),
                    this,
                    metered(log),
                    clock);
        }

        private CallLog metered(CallLog log) {
            return entry -> {
                customs.meter().tell(entry);
                log.tell(entry);
            };
        }

        /// Typed conversations have nothing to record.
        private Script script(Agent agent, Organization organization) {
            var script = Script.of(agent, organization.name());
            boolean isSpoken = invitation.limits() == Limits.SPOKEN;
            return customs.asksToRecord() && isSpoken
                    ? script.askingToRecord(agent.language())
                    : script;
        }

        @Override
        public void abandon(EndReason reason) {
            ended(reason, clock.instant(), null);
        }

        @Override
        public void said(TranscriptLine line) {
            call.record(line);
            record.said(line);
        }

        @Override
        public void ended(EndReason reason, Instant at, @Nullable Measures measures) {
            call.stopRecording();
            customs.meter().ended(reason);
            forget(place, call);
            record.ended(reason, at, measures);
        }
    }
}
