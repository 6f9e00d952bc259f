package dev.parley.telephony;

import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import org.jspecify.annotations.Nullable;

/// A number an organization owns: the stored row and the answer of the API.
///
/// @param phoneNumber E.164
/// @param countryCode ISO 3166-1 alpha-2
/// @param agentId who answers it; at most one
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record TelephoneNumber(
        PhoneId id,
        OrgId orgId,
        String phoneNumber,
        String countryCode,
        @Nullable AgentId agentId,
        Bookkeeping internalProps,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    /// What the carrier knows the number by.
    ///
    /// @param carrier its name in the settings
    /// @param carrierId what it calls the number
    /// @param isPending it rings once papers the carrier asks for are in order
    public record Bookkeeping(String carrier, String carrierId, boolean isPending) {}

    /// The same number, answered by `agent` as of a change by `by` at `at`.
    TelephoneNumber answeredBy(@Nullable AgentId agent, String by, String at) {
        return new TelephoneNumber(
                id,
                orgId,
                phoneNumber,
                countryCode,
                agent,
                internalProps,
                createdBy,
                createdAt,
                by,
                at);
    }
}
