package dev.parley.voice;

import dev.parley.audio.FrameSink;
import dev.parley.audio.Pcm;
import dev.parley.audio.voice.EchoGuard;
import dev.parley.audio.voice.SpeechGate;
import dev.parley.audio.voice.VoiceDetector;
import dev.parley.live.SessionEvent;
import dev.parley.live.SessionEvent.SoundFailed;
import dev.parley.live.SessionEvent.VoiceBegan;
import dev.parley.live.SessionEvent.VoiceEnded;
import dev.parley.live.SessionEvent.WordsGuessed;
import dev.parley.live.SessionEvent.WordsHeard;
import dev.parley.live.SessionEvent.WordsSettled;
import dev.parley.providers.recognition.SpeechToText;
import dev.parley.providers.recognition.SpeechToText.Heard;
import dev.parley.recordings.Recorder;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Hears the caller of one line: whether there is a voice, and what it says. On the line's loop.
final class Ear implements FrameSink, AutoCloseable {
    private static final short[] SILENCE = new short[Pcm.FRAME];

    private final VoiceDetector detector;
    private final SpeechGate gate = new SpeechGate();
    private final EchoGuard echoes;
    private final Recorder recorder;
    private final LongSupplier nanos;
    private final Consumer<SessionEvent> happened;
    private final SpeechToText.@Nullable Listening listening;

    /// @param listener who knows the words; empty when they come otherwise
    /// @param happened told what was heard, from any thread
    Ear(
            VoiceDetector detector,
            EchoGuard echoes,
            Recorder recorder,
            LongSupplier nanos,
            Optional<Listener> listener,
            Consumer<SessionEvent> happened) {
        this.detector = detector;
        this.echoes = echoes;
        this.recorder = recorder;
        this.nanos = nanos;
        this.happened = happened;
        this.listening = listener.map(it -> it.listen(this::tell)).orElse(null);
    }

    /// Begins to listen.
    @FunctionalInterface
    interface Listener {
        SpeechToText.Listening listen(Consumer<Heard> heard);
    }

    @Override
    public void accept(short[] frame) {
        long now = nanos.getAsLong();
        recorder.caller(frame, now);
        boolean isEcho = echoes.isEcho(frame, now);
        var change = gate.hear(!isEcho && detector.isVoice(frame));
        if (listening != null) {
            listening.hear(isEcho ? SILENCE : frame, gate.isOpen());
        }
        switch (change) {
            case BEGAN -> happened.accept(new VoiceBegan());
            case ENDED -> happened.accept(new VoiceEnded());
            case NONE -> {}
        }
    }

    /// The last words are wanted.
    void settle() {
        if (listening == null) {
            happened.accept(new WordsSettled());
        } else {
            listening.settle();
        }
    }

    private void tell(Heard heard) {
        happened.accept(
                switch (heard) {
                    case Heard.Partial(var text) -> new WordsGuessed(text);
                    case Heard.Final(var text) -> new WordsHeard(text);
                    case Heard.Settled() -> new WordsSettled();
                    case Heard.Failed(var cause) -> new SoundFailed(cause);
                });
    }

    @Override
    public void close() {
        detector.close();
        if (listening != null) {
            listening.close();
        }
    }
}
