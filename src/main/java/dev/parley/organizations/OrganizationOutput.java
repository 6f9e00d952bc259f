package dev.parley.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.organizations.Profile.Account;
import dev.parley.organizations.Profile.Address;
import dev.parley.organizations.Profile.Tax;
import dev.parley.platform.json.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An organization as the API answers it.
///
/// @param country ISO 3166, for phone numbers without a prefix; an addition
/// @param timezone IANA, whose days metrics count; an addition
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
record OrganizationOutput(
        OrgId id,
        String name,
        AgentConfig config,
        @Nullable Address address,
        @Nullable Tax tax,
        List<Account> externalReferenceIds,
        @Nullable String parentOrgId,
        String orgType,
        ObjectNode internalProps,
        String isInitialized,
        ObjectNode adminProps,
        @JsonProperty("isActiveSubscription") boolean isActiveSubscription,
        @Nullable String billingEmailAddress,
        @Nullable String websiteUrl,
        String app,
        String status,
        @Nullable String additionalInfo,
        String onboardingStatus,
        String country,
        String timezone,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {

    /// A row of the table.
    record Row(
            OrgId id,
            String name,
            String country,
            String timezone,
            Profile profile,
            String createdBy,
            String createdAt,
            String updatedBy,
            String updatedAt) {}

    static OrganizationOutput of(Row row) {
        var profile = row.profile();
        return new OrganizationOutput(
                row.id(),
                row.name(),
                Objects.requireNonNullElse(profile.config(), AgentConfig.BUILT_IN),
                profile.address(),
                profile.tax(),
                Objects.requireNonNullElse(profile.externalReferenceIds(), List.of()),
                null,
                Objects.requireNonNullElse(profile.orgType(), "CONSUMER"),
                Json.object(),
                "COMPLETED",
                Json.object(),
                false,
                profile.billingEmailAddress(),
                profile.websiteUrl(),
                Objects.requireNonNullElse(profile.app(), "TRATA"),
                "active",
                profile.additionalInfo(),
                "not_started",
                row.country(),
                row.timezone(),
                row.createdBy(),
                row.createdAt(),
                row.updatedBy(),
                row.updatedAt());
    }
}
