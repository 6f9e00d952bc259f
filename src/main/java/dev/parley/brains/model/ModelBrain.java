package dev.parley.brains.model;

import dev.parley.agents.Agent;
import dev.parley.brains.Equipment;
import dev.parley.brains.knowledge.LookAhead;
import dev.parley.live.Brain;
import dev.parley.providers.LanguageModel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lets a language model decide what the agent says and does. Each turn asks it anew, so one that
/// failed is back as soon as it answers.
public final class ModelBrain implements Brain {
    /// How long a caller bears silence before something else has to be said.
    public static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Mind mind;
    private final LookAhead ahead;

    /// What stays the same from turn to turn.
    ///
    /// @param patience the longest silence of the model, before its first words and in between
    record Mind(
            MissionPrompt mission,
            Equipment equipment,
            LanguageModel model,
            Excuse excuse,
            Duration patience,
            @Nullable Brain fallback) {}

    /// @param fallback answers the turns the model does not; without one the agent apologises
    public ModelBrain(
            Agent agent,
            String companyName,
            Equipment equipment,
            LanguageModel model,
            @Nullable Brain fallback) {
        this(agent, companyName, equipment, model, fallback, PATIENCE);
    }

    /// @param patience the longest silence of the model, before its first words and in between
    public ModelBrain(
            Agent agent,
            String companyName,
            Equipment equipment,
            LanguageModel model,
            @Nullable Brain fallback,
            Duration patience) {
        var mission = new MissionPrompt(agent, companyName);
        var excuse = Excuse.in(agent.language());
        ahead = new LookAhead(equipment.library());
        var equipped =
                equipment.hasDocuments() ? new Equipment(ahead, equipment.products()) : equipment;
        mind = new Mind(mission, equipped, model, excuse, patience, fallback);
    }

    @Override
    public void expect(String heard) {
        if (mind.equipment().hasDocuments()) {
            Briefing.expect(heard, ahead);
        }
    }

    @Override
    public Answer answer(Turn turn) {
        return new ModelAnswer(new ModelTurn(mind, turn));
    }
}
