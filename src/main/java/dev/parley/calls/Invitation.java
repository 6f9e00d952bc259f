package dev.parley.calls;

import dev.parley.accounts.Organization;
import dev.parley.agents.Agent;
import dev.parley.conversations.StartConversation.Opening;
import dev.parley.live.Limits;
import dev.parley.prospects.ProspectId;
import org.jspecify.annotations.Nullable;

/// A call somebody wants to hold with an agent.
///
/// @param place what the caller reaches the agent by, for example a connection's id; it holds one
///   call at a time
/// @param source the caller's end: a device or a number
/// @param credential id of the key or session it was asked with, which ends the call when it is
///   revoked; null where nobody needs one
/// @param prospect who the caller is known to be
public record Invitation(
        String place,
        Agent agent,
        Organization organization,
        String source,
        String sourceType,
        @Nullable String credential,
        @Nullable ProspectId prospect,
        Limits limits) {
    /// The same with other limits.
    public Invitation within(Limits others) {
        return new Invitation(
                place, agent, organization, source, sourceType, credential, prospect, others);
    }

    Opening opening() {
        return new Opening(
                organization.id(),
                place,
                agent.id().value(),
                source,
                sourceType,
                agent.app(),
                prospect);
    }
}
