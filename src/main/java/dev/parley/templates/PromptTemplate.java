package dev.parley.templates;

import dev.parley.agents.Mission.Stage;
import java.util.List;

/// An agent to start from; the names are the contract's.
///
/// @param prompt with the placeholders of [dev.parley.agents.Mission]
/// @param sequences the stages of the conversation, in order
/// @param name the agent's own
public record PromptTemplate(
        String prompt, List<Stage> sequences, String role, String roleDescription, String name) {
    RoleTemplate asRole() {
        return new RoleTemplate(role, roleDescription);
    }

    /// A job title with its duties.
    record RoleTemplate(String roleName, String roleDescription) {}
}
