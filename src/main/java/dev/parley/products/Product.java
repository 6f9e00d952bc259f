package dev.parley.products;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thing or service a business sells: the stored row and the answer of the API.
///
/// @param active whether it is on sale
/// @param defaultPrice in the smallest unit of `currency`: 1299 USD are 12.99
/// @param currency ISO 4217
/// @param tags each once, in the order given
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record Product(
        ProductId id,
        OrgId orgId,
        boolean active,
        long defaultPrice,
        String currency,
        String description,
        String name,
        boolean shippable,
        @Nullable List<String> features,
        boolean scheduleAppointment,
        @Nullable ObjectNode props,
        @Nullable List<String> tags,
        String status,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {}
