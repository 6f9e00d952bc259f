package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the database itself refuses, whatever the code asks (T6, T7).
class SchemaIT {
    /// Asked to learn whose a request is, or the system's own.
    private static final String NAMED =
            """
            ('api_key', 'member', 'socket_ticket', 'conversation_lease', 'phone_number', 'carrier_call', 'recording',
             'carrier_stream')
            """;

    private static final String TENANT_TABLES =
            """
            SELECT c.oid, c.relname::text AS name, c.relrowsecurity, c.relforcerowsecurity
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
              AND a.attname = 'org_id' AND c.relname NOT IN %s
            """
                    .formatted(NAMED);

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void forcesRowLevelSecurityOnEveryTableOfATenant() {
        assertThat(
                        Rows.texts(
                                server,
                                "SELECT name FROM (%s) t ORDER BY 1".formatted(TENANT_TABLES)))
                .contains("agent", "connection", "conversation", "conversation_line", "prospect")
                .contains("conversation_feedback", "phone");
        assertThat(
                        Rows.texts(
                                server,
                                """
                                SELECT name FROM (%s) t
                                WHERE NOT relrowsecurity OR NOT relforcerowsecurity
                                   OR NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = t.oid)
                                """
                                        .formatted(TENANT_TABLES)))
                .isEmpty();
    }

    @Test
    void startsEveryKeyAndIndexOfATenantWithTheOrganization() {
        assertThat(
                        Rows.texts(
                                server,
                                """
                                SELECT i.indexrelid::regclass::text FROM (%s) t
                                JOIN pg_index i ON i.indrelid = t.oid
                                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                                WHERE a.attname <> 'org_id'
                                """
                                        .formatted(TENANT_TABLES)))
                .isEmpty();
        assertThat(
                        Rows.texts(
                                server,
                                """
                                SELECT name FROM (%s) t WHERE NOT EXISTS
                                    (SELECT 1 FROM pg_index WHERE indrelid = t.oid AND indisprimary)
                                """
                                        .formatted(TENANT_TABLES)))
                .isEmpty();
    }

    @Test
    void refusesNullAsAnOrganizationEverywhere() {
        assertThat(
                        Rows.texts(
                                server,
                                """
                                SELECT attrelid::regclass::text FROM pg_attribute a
                                JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
                                WHERE attname = 'org_id' AND NOT attnotnull
                                """))
                .isEmpty();
    }

    @Test
    void worksAsARoleThatMayNotPassByTheRules() {
        assertThat(
                        Rows.texts(
                                server,
                                """
                                SELECT rolsuper OR rolbypassrls FROM pg_roles
                                WHERE rolname = current_user
                                """))
                .containsExactly("f");
    }
}
