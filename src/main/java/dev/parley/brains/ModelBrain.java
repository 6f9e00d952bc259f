package dev.parley.brains;

import dev.parley.agents.Agent;
import dev.parley.live.Brain;
import dev.parley.providers.LanguageModel;
import dev.parley.providers.LanguageModel.Message;
import dev.parley.providers.LanguageModel.Prompt;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyStream;
import dev.parley.providers.ProviderFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Lets a language model decide what the agent says. Each turn asks it anew, so one that failed is
/// back as soon as it answers.
public final class ModelBrain implements Brain {
    /// How long a caller bears silence before something else has to be said.
    public static final Duration PATIENCE = Duration.ofSeconds(4);

    private final MissionPrompt mission;
    private final Excuse excuse;
    private final LanguageModel model;
    private final @Nullable Brain fallback;
    private final Duration patience;

    /// @param fallback answers the turns the model does not; without one the agent apologises
    public ModelBrain(
            Agent agent, String companyName, LanguageModel model, @Nullable Brain fallback) {
        this(agent, companyName, model, fallback, PATIENCE);
    }

    /// @param patience the longest silence of the model, before its first words and in between
    public ModelBrain(
            Agent agent,
            String companyName,
            LanguageModel model,
            @Nullable Brain fallback,
            Duration patience) {
        this.mission = new MissionPrompt(agent, companyName);
        this.excuse = Excuse.in(agent.language());
        this.model = model;
        this.fallback = fallback;
        this.patience = patience;
    }

    @Override
    public Answer answer(Turn turn) {
        var messages = new ArrayList<Message>();
        messages.add(mission.at(turn.at()));
        messages.addAll(Dialogue.of(turn));
        var stream = begin(new Prompt(messages, null));
        return new ModelAnswer(
                stream, patience, excuse, fallback == null ? null : () -> fallback.answer(turn));
    }

    private ReplyStream begin(Prompt prompt) {
        try {
            return model.stream(prompt);
        } catch (ProviderFailure failure) {
            return new NoReply(failure);
        }
    }

    /// A model that failed before it began: the failure is met where all others are.
    private record NoReply(ProviderFailure failure) implements ReplyStream {
        @Override
        public Iterator<ReplyEvent> iterator() {
            throw failure;
        }

        @Override
        public void close() {}
    }
}
