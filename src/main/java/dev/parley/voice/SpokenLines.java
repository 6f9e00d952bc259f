package dev.parley.voice;

import dev.parley.accounts.OrgId;
import dev.parley.agents.Agent;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.voice.VoiceDetectors;
import dev.parley.calls.Call;
import dev.parley.calls.Invitation;
import dev.parley.conversations.ConversationId;
import dev.parley.live.CallLog;
import dev.parley.providers.recognition.SpeechToText.Hint;
import dev.parley.recordings.Recorder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Brings lines that carry sound to their conversations.
public final class SpokenLines implements SpokenCalls {
    /// Begins to record a conversation.
    @FunctionalInterface
    public interface Recording {
        Recorder begin(OrgId org, ConversationId conversation);
    }

    private final Engines engines;
    private final VoiceDetectors detectors;
    private final Recording recording;
    private final InstantSource clock;

    public SpokenLines(
            Engines engines, VoiceDetectors detectors, Recording recording, InstantSource clock) {
        this.engines = engines;
        this.detectors = detectors;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public SpokenCall join(Call call, AudioPort port, AudioFormat format, Loop loop, CallLog log) {
        var invitation = call.invitation();
        var recorder =
                call.recorder(
                        () -> recording.begin(invitation.organization().id(), call.conversation()));
        var parts = new SpokenLine.Parts(kit(invitation), recorder, clock, System::nanoTime);
        var line = new SpokenLine(call, port, format, loop, parts);
        call.join(line, log);
        return line;
    }

    private VoiceKit kit(Invitation invitation) {
        var agent = invitation.agent();
        var organization = invitation.organization();
        Optional<Ear.Listener> listener =
                engines.listener(agent, organization)
                        .map(words -> heard -> words.listen(hint(agent), heard));
        return new VoiceKit(
                engines.speaker(agent, organization).orElseGet(Hush::new),
                listener,
                detectors.open());
    }

    private static Hint hint(Agent agent) {
        var keywords = agent.boostedKeywords();
        return new Hint(
                switch (agent.language()) {
                    case ENGLISH -> "en";
                    case SPANISH -> "es";
                    case HINDI -> "hi";
                },
                keywords == null ? List.of() : keywords);
    }
}
