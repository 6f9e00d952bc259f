package dev.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.search.Words;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// What the database itself can do: the server's statements on twins of its table, sent by plain
/// JDBC. Each client has a connection of its own, prepared statements and autocommit; the twins
/// have the same columns and indexes and no row-level security, so nothing is spent on tenants.
final class Limit {
    /// A twin whose document is text, as the server keeps it.
    static final String TEXT = "bench_text";

    /// A twin of the table in which words wait.
    private static final String RECENT = "bench_recent";

    /// A twin whose document is jsonb.
    static final String JSONB = "bench_jsonb";

    private static final String COLUMNS =
            "org_id, id, agent_id, prospect_id, prospect_is_manual, source, source_type, app, status,"
                    + " live, started_at, ended_at, sentiment, prospect_status, created_by, created_at,"
                    + " updated_at, internal_props";

    private final String jdbcUrl;
    private final ObjectNode stored;
    private final String org;
    private final String document;
    private final String tokens;
    private final List<String> ids;

    /// @param stored a conversation as the server keeps it; what is inserted
    /// @param ids of the rows there are
    Limit(String jdbcUrl, ObjectNode stored, List<String> ids) {
        this.jdbcUrl = jdbcUrl;
        this.stored = stored;
        this.org = stored.path("orgId").asText();
        this.document = stored.toString();
        this.tokens = tokens(stored);
        this.ids = ids;
    }

    /// As the server keeps them.
    private static String tokens(ObjectNode stored) {
        var text = new StringBuilder();
        stored.path("transcriptText")
                .forEach(line -> text.append(line.path("message")).append(' '));
        text.append(stored.path("transcriptSummary"));
        return " "
                + String.join(" ", Words.of(text.toString()))
                + " \n"
                + stored.path("source").asText();
    }

    /// Makes the twins, with the newest rows of the server's table.
    static void copyRows(Connection sql, int count) throws SQLException {
        try (var statement = sql.createStatement()) {
            for (var twin : List.of(TEXT, JSONB)) {
                var isJsonb = twin.equals(JSONB);
                statement.execute("CREATE TABLE " + twin + " (LIKE conversation INCLUDING ALL)");
                if (isJsonb) {
                    statement.execute(
                            "ALTER TABLE bench_jsonb"
                                    + " ALTER COLUMN document TYPE jsonb USING document::jsonb");
                }
                statement.execute(
                        """
                        INSERT INTO %s (%s, document) SELECT %s, %s FROM conversation
                        ORDER BY created_at DESC, id DESC LIMIT %d
                        """
                                .formatted(
                                        twin,
                                        COLUMNS,
                                        COLUMNS,
                                        isJsonb ? "document::jsonb" : "document",
                                        count));
            }
            statement.execute("CREATE TABLE bench_recent (LIKE text_recent INCLUDING ALL)");
            statement.execute("VACUUM ANALYZE conversation, bench_text, bench_jsonb");
        }
    }

    Load.Client insert(String twin) throws SQLException {
        return new Statement(
                connect(),
                rowInsert(twin),
                statement -> {
                    bindRow(statement);
                    statement.executeUpdate();
                });
    }

    /// A client that does what the server does for one request, statement by statement.
    Load.Client checkedInsert() throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        var tenant = connection.prepareStatement("SELECT set_config('parley.org_id', ?, true)");
        var agent = connection.prepareStatement("SELECT id FROM agent WHERE org_id = ? AND id = ?");
        var prospect =
                connection.prepareStatement(
                        "SELECT document FROM prospect WHERE org_id = ? AND id = ?");
        var words =
                connection.prepareStatement(
                        """
                        INSERT INTO %s (org_id, kind, id, created_at, tokens)
                        VALUES (?, 'conversation', ?, ?, ?)
                        """
                                .formatted(RECENT));
        return new Statement(
                connection,
                rowInsert(TEXT),
                statement -> {
                    tenant.setString(1, org);
                    tenant.executeQuery().close();
                    agent.setString(1, org);
                    agent.setString(2, text("aiAgentId"));
                    read(agent, 1, 1);
                    prospect.setString(1, org);
                    prospect.setString(2, text("prospectId"));
                    read(prospect, 1, 1);
                    bindRow(statement);
                    statement.executeUpdate();
                    words.setString(1, org);
                    words.setString(2, newId());
                    words.setTimestamp(3, new java.sql.Timestamp(System.currentTimeMillis()));
                    words.setString(4, tokens);
                    words.executeUpdate();
                    connection.commit();
                });
    }

    private static String rowInsert(String twin) {
        var document = twin.equals(JSONB) ? "?::jsonb" : "?";
        return """
        INSERT INTO %s (org_id, id, agent_id, prospect_id, source, source_type, app, status, live,
            started_at, ended_at, sentiment, prospect_status, created_by, created_at, updated_at,
            internal_props, document)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
        """
                .formatted(twin, document);
    }

    private void bindRow(PreparedStatement statement) throws SQLException {
        var now = new java.sql.Timestamp(System.currentTimeMillis());
        int i = 0;
        statement.setString(++i, org);
        statement.setString(++i, newId());
        statement.setString(++i, text("aiAgentId"));
        statement.setString(++i, text("prospectId"));
        statement.setString(++i, text("source"));
        statement.setString(++i, text("sourceType"));
        statement.setString(++i, null);
        statement.setString(++i, "active");
        statement.setBoolean(++i, false);
        statement.setTimestamp(++i, now);
        statement.setTimestamp(++i, now);
        statement.setString(++i, "neutral");
        statement.setString(++i, "SERVICE_ORDER_PLACED");
        statement.setString(++i, text("createdBy"));
        statement.setTimestamp(++i, now);
        statement.setTimestamp(++i, now);
        statement.setString(++i, null);
        statement.setString(++i, document);
    }

    private String text(String field) {
        return stored.path(field).asText();
    }

    private static String newId() {
        var letters = Long.toString(ThreadLocalRandom.current().nextLong(1L << 52, 1L << 53), 36);
        return "con." + System.currentTimeMillis() / 1000 + '.' + letters.substring(0, 10);
    }

    Load.Client select(String twin) throws SQLException {
        return new Statement(
                connect(),
                "SELECT id, live, document FROM " + twin + " WHERE org_id = ? AND id = ?",
                statement -> {
                    statement.setString(1, org);
                    statement.setString(2, anyId());
                    read(statement, 3, 1);
                });
    }

    /// A client that sends the server's own statement, tenant and row-level security included.
    Load.Client selectAsServer() throws SQLException {
        var connection = connect();
        return new Statement(
                connection,
                """
                SELECT found.* FROM set_config('parley.org_id', ?, true) AS tenant (id),
                    LATERAL (SELECT * FROM (
                        SELECT id, live, document FROM conversation
                        WHERE org_id = tenant.id AND id = ANY(?)) AS rows OFFSET 0) AS found
                """,
                statement -> {
                    statement.setString(1, org);
                    statement.setArray(2, connection.createArrayOf("text", new String[] {anyId()}));
                    read(statement, 3, 1);
                });
    }

    Load.Client list(String twin, int count) throws SQLException {
        return new Statement(
                connect(),
                "SELECT document FROM "
                        + twin
                        + " WHERE org_id = ? ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?",
                statement -> {
                    statement.setString(1, org);
                    statement.setInt(2, count);
                    statement.setInt(3, 0);
                    read(statement, 1, count);
                });
    }

    String anyId() {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    private static void read(PreparedStatement statement, int column, int expected)
            throws SQLException {
        int count = 0;
        try (var rows = statement.executeQuery()) {
            for (; rows.next(); count++) {
                rows.getBytes(column);
            }
        }
        if (count != expected) {
            throw new SQLException("%d rows instead of %d".formatted(count, expected));
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl + "&prepareThreshold=1");
    }

    private interface Call {
        void run(PreparedStatement statement) throws SQLException;
    }

    private record Statement(PreparedStatement prepared, Call call) implements Load.Client {
        Statement(Connection connection, String sql, Call call) throws SQLException {
            this(connection.prepareStatement(sql), call);
        }

        @Override
        public void ask() throws SQLException {
            call.run(prepared);
        }

        @Override
        public void close() throws SQLException {
            prepared.getConnection().close();
        }
    }
}
