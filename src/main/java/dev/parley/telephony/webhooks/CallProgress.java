package dev.parley.telephony.webhooks;

import dev.parley.calls.Calls;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.CarrierStreams.Opened;
import dev.parley.connections.PrepareCall;
import dev.parley.live.EndReason;
import dev.parley.platform.database.Database;
import dev.parley.telephony.webhooks.CarrierCalls.CarrierCall;
import java.time.InstantSource;
import java.util.Locale;

/// What a carrier tells of a call while it goes on and when it is over.
final class CallProgress {
    private final Database database;
    private final CarrierCalls calls;
    private final PrepareCall prepareCall;
    private final CarrierStreams streams;
    private final Calls live;
    private final InstantSource clock;

    CallProgress(
            Database database,
            CarrierCalls calls,
            PrepareCall prepareCall,
            CarrierStreams streams,
            Calls live,
            InstantSource clock) {
        this.database = database;
        this.calls = calls;
        this.prepareCall = prepareCall;
        this.streams = streams;
        this.live = live;
        this.clock = clock;
    }

    /// A call is over, told in the carrier's word for how. One we made that reached nobody has a
    /// record as well. Told again, it has no effect (H4).
    void ended(String carrier, String id, String status) {
        var known = database.system(tx -> calls.find(tx, carrier, id));
        if (known.isEmpty() || !isLast(status)) {
            return;
        }
        var call = known.get();
        boolean isNews = database.system(tx -> calls.end(tx, carrier, id, clock.instant()));
        var place = call.connection().value();
        var running = live.find(call.org(), place);
        running.ifPresent(it -> it.hangUp());
        if (isNews) {
            streams.end(new Opened(call.org(), call.connection()));
        }
        if (isNews && running.isEmpty() && call.isOutbound() && reachedNobody(status)) {
            miss(call, reason(status));
        }
    }

    private void miss(CarrierCall call, EndReason why) {
        prepareCall
                .invitation(call.org(), call.connection())
                .ifPresent(invitation -> live.miss(invitation, why));
    }

    /// Who has answered is a machine, or is not.
    ///
    /// @return whether the call is not wanted any more
    boolean answeredBy(String carrier, String id, String who) {
        boolean isMachine = who.startsWith("machine") || who.equals("fax") || who.equals("true");
        var known = database.system(tx -> calls.find(tx, carrier, id));
        if (!isMachine || known.isEmpty()) {
            return false;
        }
        var call = known.get();
        var running = live.find(call.org(), call.connection().value());
        running.ifPresentOrElse(
                it -> it.end(EndReason.VOICEMAIL_REACHED),
                () -> {
                    if (database.system(tx -> calls.end(tx, carrier, id, clock.instant()))) {
                        miss(call, EndReason.VOICEMAIL_REACHED);
                    }
                });
        return true;
    }

    private static boolean isLast(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "completed", "busy", "no-answer", "failed", "canceled", "timeout", "cancel" ->
                    true;
            default -> false;
        };
    }

    private static boolean reachedNobody(String status) {
        return !status.equalsIgnoreCase("completed");
    }

    private static EndReason reason(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "busy" -> EndReason.BUSY;
            case "no-answer", "timeout", "canceled", "cancel" -> EndReason.NO_ANSWER;
            default -> EndReason.ERROR_CARRIER;
        };
    }
}
