package dev.parley;

import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.audio.voice.VoiceDetectors;
import dev.parley.extraction.Consent;
import dev.parley.metrics.ProviderMetrics;
import dev.parley.page.VoiceSupport;
import dev.parley.providers.recognition.Recognisers;
import dev.parley.providers.recognition.SpeechToText;
import dev.parley.providers.speech.Speaker;
import dev.parley.providers.speech.Speakers;
import dev.parley.providers.speech.Speakers.Wanted;
import dev.parley.recordings.Recordings;
import dev.parley.voice.Engines;
import dev.parley.voice.SpokenCalls;
import dev.parley.voice.SpokenLines;
import java.util.Optional;

/// Puts spoken conversations together: who speaks, who listens, what is recorded.
final class Voice implements Engines, AutoCloseable {
    private static final Wanted ANYBODY = new Wanted(null, "Female", "English", null);

    private final Ground ground;
    private final Recordings recordings;
    private final Speakers speakers;
    private final Recognisers recognisers;

    /// Brings away what a crash has left of recordings on this machine's disk.
    ///
    /// @param providers measures who speaks and listens
    Voice(Ground ground, ProviderMetrics providers) {
        var config = ground.config();
        this.ground = ground;
        this.recordings =
                new Recordings(
                        ground.database(),
                        ground.files().blobs(),
                        config.recording(),
                        Consent::isGiven,
                        config.database().dataFolder().resolve("recordings"),
                        ground.publicUrl(),
                        ground.clock());
        ground.jobs().repeat(recordings.purging());
        recordings.recover();
        this.recognisers = new Recognisers(ground.config().recognition(), providers::recogniser);
        this.speakers =
                new Speakers(
                        Outside.speakers(ground.config().speech()).reversed().stream()
                                .map(providers::voice)
                                .toList());
    }

    Recordings recordings() {
        return recordings;
    }

    SpokenCalls calls() {
        return new SpokenLines(
                this,
                VoiceDetectors.of(ground.config().voice()),
                recordings::begin,
                ground.clock());
    }

    /// What a caller's browser need not do itself.
    VoiceSupport support() {
        return new VoiceSupport(recognisers.of(null).isPresent(), speakers.of(ANYBODY).isPresent());
    }

    @Override
    public Optional<Speaker> speaker(Agent agent, Organization organization) {
        var voice = agent.voice();
        return speakers.of(
                voice == null
                        ? ANYBODY
                        : new Wanted(
                                voice.modelId(),
                                voice.gender(),
                                voice.languageAccent().language(),
                                organization.engines().synthesizer()));
    }

    @Override
    public Optional<SpeechToText> listener(Agent agent, Organization organization) {
        return recognisers.of(organization.engines().transcriber());
    }

    @Override
    public void close() {
        recordings.close();
    }
}
