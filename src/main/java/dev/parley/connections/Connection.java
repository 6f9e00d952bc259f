package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.prospects.ProspectId;
import org.jspecify.annotations.Nullable;

/// A prepared session between a caller and an agent: the stored row and the answer of the API.
///
/// @param sourceId the caller's end: a device, a call or a number
/// @param prospectId who the caller is known to be
record Connection(
        ConnectionId id,
        OrgId orgId,
        String sourceName,
        String sourceId,
        ObjectNode sourceProps,
        AgentId agentId,
        @Nullable ProspectId prospectId,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {}
