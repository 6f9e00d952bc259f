package dev.parley.hives.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.hives.Hive;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `hiveProps` say about the reading of a hive.
public record HiveProps(JsonNode props) {
    private static final int USUAL_DEPTH = 2;

    public static HiveProps of(Hive hive) {
        var props = hive.content().hiveProps();
        return new HiveProps(props == null ? MissingNode.getInstance() : props);
    }

    /// How many links away from the first page pages are read: 0 for it alone. Child pages without
    /// a depth are those of two links.
    int depth() {
        if (!props.path("crawl_child_pages").asBoolean()) {
            return 0;
        }
        return props.hasNonNull("depth") ? props.path("depth").asInt(USUAL_DEPTH) : USUAL_DEPTH;
    }

    /// After how long the hive is read again; empty for never.
    public Optional<Duration> refresh() {
        int hours = props.path("refresh_hours").asInt();
        return hours > 0 ? Optional.of(Duration.ofHours(hours)) : Optional.empty();
    }

    /// The only agent whose conversations are meant; null for any.
    @Nullable String agent() {
        return props.hasNonNull("agent_id") ? props.path("agent_id").asText() : null;
    }
}
