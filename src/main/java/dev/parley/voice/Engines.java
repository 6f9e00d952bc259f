package dev.parley.voice;

import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.providers.recognition.SpeechToText;
import dev.parley.providers.speech.Speaker;
import java.util.Optional;

/// Who speaks and listens in an agent's conversations. Nothing here blocks.
public interface Engines {
    /// The agent's voice; empty when nobody can speak here.
    Optional<Speaker> speaker(Agent agent, Organization organization);

    /// Who writes down what the agent's callers say; empty when nobody can here.
    Optional<SpeechToText> listener(Agent agent, Organization organization);
}
