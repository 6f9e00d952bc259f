package dev.parley.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Valid request bodies in which every field the contract knows has a value.
public final class Bodies {
    private Bodies() {}

    public static ObjectNode agent() {
        return read("agent");
    }

    public static ObjectNode prospect() {
        return read("prospect");
    }

    public static ObjectNode conversation(String agent) {
        return read("conversation").put("agentId", agent);
    }

    public static ObjectNode comment() {
        return read("comment");
    }

    public static ObjectNode connection() {
        return read("connection");
    }

    /// A body that makes a hive of an address and of `file`.
    public static ObjectNode hive(String file) {
        var body = read("hive");
        body.putArray("file_ids").add(file);
        return body;
    }

    /// A body that replaces a hive by an address and `file`.
    public static ObjectNode hiveContent(String file) {
        var body = read("hive-content");
        ((ObjectNode) body.path("files").path(0)).put("id", file);
        return body;
    }

    public static ObjectNode action() {
        return read("action");
    }

    /// An order for the sample restaurant.
    public static ObjectNode sampleOrder() {
        return read("sample-order");
    }

    public static ObjectNode product(String agent) {
        var body = read("product");
        body.putArray("agentIds").add(agent);
        return body;
    }

    public static ObjectNode organization() {
        return read("organization");
    }

    /// A body by which the operator makes an organization.
    public static ObjectNode newOrganization() {
        return read("new-organization");
    }

    public static ObjectNode user() {
        return read("user");
    }

    public static ObjectNode guest() {
        return read("guest");
    }

    public static ObjectNode key() {
        return read("key");
    }

    public static ObjectNode metrics() {
        return read("metrics");
    }

    private static ObjectNode read(String name) {
        try (var file = Bodies.class.getResourceAsStream("/bodies/" + name + ".json")) {
            if (file == null) {
                throw new AssertionError("No body " + name);
            }
            return (ObjectNode) Api.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
