package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Fields;
import java.util.Set;

/// The body that prepares a connection.
record ConnectionInput(String sourceName, String sourceId, ObjectNode sourceProps) {
    private static final Set<String> SOURCES = Set.of("BROWSER", "TWILIO", "PLIVO");

    static ConnectionInput read(Fields body) {
        var name = body.optionalChoice("sourceName", SOURCES);
        return new ConnectionInput(
                name == null ? "BROWSER" : name,
                body.text("sourceId", 1, 512),
                body.freeObject("sourceProps"));
    }
}
