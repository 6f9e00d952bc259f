package dev.parley.testing;

/// A delivery of the past, put where the server keeps them: through the API it takes a call.
final class StoredDelivery {
    private static final String AT = "2026-01-02T03:04:05.000006";

    private StoredDelivery() {}

    /// The id of one for the house's action and conversation, its marker in the event.
    static String of(TestServer server, House house) {
        var id = "evt.1700000000." + Integer.toHexString(house.org().hashCode() | 1 << 31);
        var event = "{\"event_name\": \"conversation_end\", \"payload\": \"%s\"}";
        var document =
                Api.JSON
                        .createObjectNode()
                        .put("id", id)
                        .put("orgId", house.org())
                        .put("actionId", house.id("{action_id}"))
                        .put("conversationId", house.conversation())
                        .put("eventName", "conversation_end")
                        .put("status", "delivered")
                        .put("attempts", 1)
                        .putNull("nextAttemptAt")
                        .put("createdAt", AT)
                        .put("updatedAt", AT)
                        .toString();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, house.org());
            try (var insert =
                    sql.prepareStatement(
                            """
                            INSERT INTO delivery (org_id, id, action_id, conversation_id,
                                event_name, body, status, attempts, created_by, created_at,
                                updated_at, document)
                            VALUES (?, ?, ?, ?, 'conversation_end', ?, 'delivered', 1, 'usr', now(),
                                now(), ?)
                            """)) {
                insert.setString(1, house.org());
                insert.setString(2, id);
                insert.setString(3, house.id("{action_id}"));
                insert.setString(4, house.conversation());
                insert.setString(5, event.formatted(house.marker()));
                insert.setString(6, document);
                insert.executeUpdate();
            }
            sql.commit();
        });
        return id;
    }
}
