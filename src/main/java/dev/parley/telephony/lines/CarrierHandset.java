package dev.parley.telephony.lines;

import dev.parley.audio.Tones;
import dev.parley.calls.Call;
import dev.parley.calls.Handset;
import dev.parley.live.EndReason;
import dev.parley.telephony.lines.CarrierLine.Calling;
import dev.parley.voice.SpokenCall;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The telephone behind a media socket. What an agent asks of it comes on threads of its own.
final class CarrierHandset implements Handset {
    /// What was said with the same breath has reached the line by then.
    private static final Duration GRACE = Duration.ofMillis(300);

    private static final Duration LONGEST_SPEECH = Duration.ofSeconds(30);

    /// A tenth of a second of µ-law.
    private static final int PIECE = 800;

    private final Context loop;
    private final CarrierPort port;
    private final SpokenCall spoken;
    private final Call call;
    private final Calling calling;
    private final String callId;
    private volatile boolean isTransferring;

    CarrierHandset(
            Context loop,
            CarrierPort port,
            SpokenCall spoken,
            Call call,
            Calling calling,
            String callId) {
        this.loop = loop;
        this.port = port;
        this.spoken = spoken;
        this.call = call;
        this.calling = calling;
        this.callId = callId;
    }

    @Override
    public void transfer(String number) {
        awaitQuiet();
        isTransferring = true;
        try {
            calling.transfer(callId, number);
        } catch (Refused e) {
            isTransferring = false;
            throw e;
        }
        call.end(EndReason.TRANSFERRED);
    }

    @Override
    public void press(String keys) {
        awaitQuiet();
        var sound = Tones.mulaw(keys);
        var heard = new CompletableFuture<Void>();
        loop.runOnContext(_ -> {
            for (int at = 0; at < sound.length; at += PIECE) {
                var piece = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + PIECE));
                port.audio("", piece, piece.length);
            }
            loop.owner().setTimer(sound.length / 8, _ -> heard.complete(null));
        });
        heard.join();
    }

    /// The socket is closed. A carrier that connects the caller with somebody else closes it first.
    void gone() {
        if (isTransferring) {
            call.end(EndReason.TRANSFERRED);
        }
    }

    private void awaitQuiet() {
        var quiet = new CompletableFuture<Void>();
        loop.runOnContext(_ ->
                loop.owner()
                        .setTimer(
                                GRACE.toMillis(),
                                _ -> spoken.whenQuiet(() -> quiet.complete(null))));
        quiet.completeOnTimeout(null, LONGEST_SPEECH.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
