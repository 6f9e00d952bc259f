package dev.parley.conversations;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.extraction.Extractor.Call;
import dev.parley.understanding.Language;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts together what an extractor has to know about a call.
public final class AskAboutCall {
    private final AccountStore accounts;
    private final AgentStore agents;

    public AskAboutCall(AccountStore accounts, AgentStore agents) {
        this.accounts = accounts;
        this.agents = agents;
    }

    /// @param region where its phone numbers are from
    record Question(Call call, String region) {}

    /// Empty once the organization is gone.
    Optional<Question> question(Handle tx, Conversation conversation) {
        return accounts.findOrganization(tx, conversation.orgId())
                .map(organization -> question(tx, organization, conversation));
    }

    private Question question(Handle tx, Organization organization, Conversation conversation) {
        var agent = agents.find(tx, organization.id(), new AgentId(conversation.aiAgentId()));
        var lines = conversation.transcriptText();
        return new Question(
                new Call(
                        agent.map(Agent::name).orElse(""),
                        organization.name(),
                        agent.map(Agent::language).orElse(Language.ENGLISH),
                        organization.country(),
                        lines == null ? List.of() : lines),
                organization.country());
    }
}
