package dev.parley.organizations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an organization tells of itself beside its name, country and time zone; stored as JSON.
record Profile(
        @Nullable Address address,
        @Nullable Tax tax,
        @Nullable List<Account> externalReferenceIds,
        @Nullable AgentConfig config,
        @Nullable String billingEmailAddress,
        @Nullable String websiteUrl,
        @Nullable String app,
        @Nullable String orgType,
        @Nullable String additionalInfo) {
    private static final int MAX = 512;
    private static final int MAX_TEXT = 10_000;
    private static final Set<String> APPS = Set.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1");

    record Address(
            String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String state,
            String country) {
        static Address read(Fields fields) {
            return new Address(
                    fields.text("line1", 0, MAX),
                    fields.optionalText("line2", 0, MAX),
                    fields.optionalText("city", 0, MAX),
                    fields.optionalText("state", 0, MAX),
                    fields.text("country", 0, MAX));
        }
    }

    record Tax(String id, @Nullable ObjectNode taxProps) {
        static Tax read(Fields fields) {
            fields.requireKey("taxProps");
            return new Tax(fields.text("id", 0, MAX), fields.optionalFreeObject("taxProps"));
        }
    }

    /// An account of the organization at another service.
    record Account(String providerName, String id, @Nullable ObjectNode providerProps) {
        static Account read(Fields fields) {
            fields.requireKey("providerProps");
            return new Account(
                    fields.text("providerName", 0, MAX),
                    fields.text("id", 0, MAX),
                    fields.optionalFreeObject("providerProps"));
        }
    }

    static Profile read(Fields body) {
        return new Profile(
                body.optionalObject("address", Address::read),
                body.optionalObject("tax", Tax::read),
                body.optionalObjects("externalReferenceIds", 0, 100, Account::read),
                body.optionalObject("agentConfig", AgentConfig::read),
                body.optionalText("billingEmailAddress", 0, MAX),
                body.optionalText("websiteUrl", 0, MAX),
                body.optionalChoice("app", APPS),
                body.optionalText("orgType", 0, MAX),
                body.optionalText("additionalInfo", 0, MAX_TEXT));
    }
}
