package dev.parley.voice;

import dev.parley.audio.Pcm;
import dev.parley.providers.speech.TextToSpeech;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sentence on its way from text to the caller's ear. Made by one thread, sent by the loop.
final class Sentence {
    /// How long a letter takes to speak, about, while nobody knows better.
    private static final int FRAMES_PER_CHAR = 65 / Pcm.FRAME_MILLIS;

    private final String turn;
    private final int place;
    private final String text;
    private final Runnable delivered;
    private final FrameRing ring;
    private volatile int made;
    private volatile boolean isMade;
    private volatile boolean isCancelled;
    private volatile @Nullable Instant firstMadeAt;
    private volatile TextToSpeech.@Nullable Speech speech;
    private volatile int sent;
    private long heardUntil;

    Sentence(String turn, int place, String text, Runnable delivered, FrameRing ring) {
        this.turn = turn;
        this.place = place;
        this.text = text;
        this.delivered = delivered;
        this.ring = ring;
    }

    String turn() {
        return turn;
    }

    /// Its place in its turn, from 0.
    int place() {
        return place;
    }

    String text() {
        return text;
    }

    /// When its first sound was made; null before.
    @Nullable Instant firstMadeAt() {
        return firstMadeAt;
    }

    /// @return false when it is not wanted any more
    boolean begin(TextToSpeech.Speech made) {
        speech = made;
        return !isCancelled;
    }

    /// Adds a frame; waits while there is no room.
    ///
    /// @return false when it is not wanted any more
    boolean add(short[] frame, Instant at) {
        if (isCancelled || !ring.put(frame)) {
            return false;
        }
        if (made == 0) {
            firstMadeAt = at;
        }
        made = made + 1;
        return true;
    }

    /// No more of it is to come.
    void finish() {
        isMade = true;
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /// Stops its making, from any thread.
    void cancel() {
        isCancelled = true;
        ring.close();
        var open = speech;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // it is being given up anyway
            }
        }
    }

    /// On the loop: the next frame to send, if it is made.
    boolean next(short[] frame) {
        if (sent == made || !ring.take(frame)) {
            return false;
        }
        sent = sent + 1;
        return true;
    }

    int sent() {
        return sent;
    }

    boolean isSent() {
        return isMade && sent == made;
    }

    /// Frames in all, as far as can be told.
    int length() {
        return isMade ? Math.max(1, made) : Math.max(made, estimate());
    }

    int estimate() {
        return Math.max(1, text.length() * FRAMES_PER_CHAR);
    }

    /// When the last of it that was sent is heard.
    long heardUntil() {
        return heardUntil;
    }

    void heardUntil(long nanos) {
        heardUntil = nanos;
    }

    void deliver() {
        delivered.run();
    }
}
