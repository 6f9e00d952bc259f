package dev.parley;

import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.audio.voice.VoiceDetectors;
import dev.parley.providers.recognition.Recognisers;
import dev.parley.providers.recognition.SpeechToText;
import dev.parley.providers.speech.Speaker;
import dev.parley.providers.speech.Speakers;
import dev.parley.providers.speech.Speakers.Wanted;
import dev.parley.recordings.Recorder;
import dev.parley.voice.Engines;
import dev.parley.voice.SpokenCalls;
import dev.parley.voice.SpokenLines;
import java.util.Optional;

/// Puts spoken conversations together: who speaks, who listens, what is recorded.
final class Voice implements Engines {
    private final Ground ground;
    private final Speakers speakers;
    private final Recognisers recognisers;

    Voice(Ground ground) {
        this.ground = ground;
        this.recognisers = new Recognisers(ground.config().recognition());
        this.speakers = new Speakers(Outside.speakers(ground.config().speech()));
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
        var voice = agent.voice();
        return speakers.of(
                voice == null
                        ? new Wanted(null, "Female", "English", null)
                        : new Wanted(
                                voice.modelId(),
                                voice.gender(),
                                voice.languageAccent().language(),
                                null));
    }

    @Override
    public Optional<SpeechToText> listener(Agent agent, Organization organization) {
        return recognisers.of(null);
    }
}
