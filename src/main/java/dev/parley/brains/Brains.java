package dev.parley.brains;

import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.brains.model.ModelBrain;
import dev.parley.live.Brain;
import dev.parley.providers.LanguageModel;
import java.util.Optional;

/// Chooses who thinks for an agent: the language model, with the built-in brain behind it, or the
/// built-in brain alone.
public final class Brains {
    private final Optional<LanguageModel> model;

    /// @param model empty when none is configured
    public Brains(Optional<LanguageModel> model) {
        this.model = model;
    }

    /// A brain for one conversation.
    public Brain of(Agent agent, Organization organization, Equipment equipment) {
        var company = organization.name();
        var builtIn = new BuiltInBrain(agent, company, organization.country(), equipment);
        return model.<Brain>map(asked -> new ModelBrain(agent, company, equipment, asked, builtIn))
                .orElse(builtIn);
    }
}
