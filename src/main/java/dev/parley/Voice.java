package dev.parley;

import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.audio.voice.VoiceDetectors;
import dev.parley.providers.recognition.SpeechToText;
import dev.parley.providers.speech.Speaker;
import dev.parley.providers.speech.TextToSpeech;
import dev.parley.recordings.Recorder;
import dev.parley.voice.Engines;
import dev.parley.voice.SpokenCalls;
import dev.parley.voice.SpokenLines;
import java.util.List;
import java.util.Optional;

/// Puts spoken conversations together: who speaks, who listens, what is recorded.
final class Voice implements Engines {
    private final Ground ground;
    private final List<TextToSpeech> speakers;

    Voice(Ground ground) {
        this.ground = ground;
        this.speakers = Outside.speakers(ground.config().speech());
    }

    SpokenCalls calls() {
        return new SpokenLines(
                this,
                VoiceDetectors.of(ground.config().voice()),
                (_, _) -> Recorder.NONE,
                ground.clock());
    }

    @Override
    public Optional<Speaker> speaker(Agent agent, Organization organization) {
        return ground.config().speech().program().isEmpty()
                ? Optional.empty()
                : Optional.of(text -> speakers.getFirst().speak("built-in", text));
    }

    @Override
    public Optional<SpeechToText> listener(Agent agent, Organization organization) {
        return Optional.empty();
    }
}
