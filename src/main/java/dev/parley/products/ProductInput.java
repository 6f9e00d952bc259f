package dev.parley.products;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces a product. Where the contract names no limit, these are ours.
///
/// @param agentIds the agents that may talk about it from now on; null, or not there, leaves them
///   as they are, because they are not part of the record and clients send back the record they
///   read
record ProductInput(
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
        @Nullable List<String> agentIds) {
    /// What a number of JSON holds exactly in every client.
    static final long MAX_PRICE = 9_007_199_254_740_991L;

    private static final Set<String> STATUSES = Set.of("active", "inactive", "pending", "archived");

    static ProductInput read(Fields body) {
        var tags = body.optionalTexts("tags", 100, 256);
        return new ProductInput(
                body.flag("active"),
                body.whole("defaultPrice", 0, MAX_PRICE),
                body.choice("currency", Currencies.CODES),
                body.text("description", 1, 256),
                body.text("name", 1, 256),
                body.flag("shippable", false),
                body.optionalTexts("features", 1_000, 1_024),
                body.flag("scheduleAppointment", false),
                body.optionalFreeObject("props"),
                tags == null ? null : tags.stream().distinct().toList(),
                body.choice("status", STATUSES),
                body.optionalTexts("agentIds", 1_000, 64));
    }
}
