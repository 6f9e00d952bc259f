package dev.parley.prospects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody a business may sell to: the stored row and the answer of the API.
///
/// @param phoneNumber as given or heard, free form
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record Prospect(
        ProspectId id,
        OrgId orgId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phoneNumber,
        List<ExternalReference> externalReference,
        ProspectStatus status,
        ObjectNode prospectProps,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    /// The same prospect as of a change by `by` at `at`.
    Prospect changed(String by, String at) {
        return new Prospect(
                id,
                orgId,
                name,
                email,
                phoneNumber,
                externalReference,
                status,
                prospectProps,
                createdBy,
                createdAt,
                by,
                at);
    }

    /// The same prospect at stage `reached`, with what was not known of it filled in.
    Prospect completed(
            @Nullable String heardName,
            @Nullable String heardEmail,
            @Nullable String heardPhone,
            @Nullable ProspectStatus reached) {
        return new Prospect(
                id,
                orgId,
                name == null ? heardName : name,
                email == null ? heardEmail : email,
                phoneNumber == null ? heardPhone : phoneNumber,
                externalReference,
                reached == null ? status : reached,
                prospectProps,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }

    /// The same person in another system.
    public record ExternalReference(
            String providerName, String id, @Nullable ObjectNode providerProps) {}
}
