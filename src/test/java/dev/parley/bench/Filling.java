package dev.parley.bench;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.platform.search.Fold;
import dev.parley.platform.search.TextIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Puts the corpus into a server's database, as the server would have, only faster.
final class Filling {
    private static final int CHUNK = 2_000;
    private static final String KIND = "conversation";
    private static final String COPY =
            """
            COPY conversation (org_id, id, agent_id, prospect_id, source, source_type, status,
                started_at, ended_at, sentiment, prospect_status, created_by, created_at,
                updated_at, document) FROM STDIN
            """;

    private final String jdbcUrl;
    private final String org;
    private final Corpus corpus;

    Filling(String jdbcUrl, String org) {
        this.jdbcUrl = jdbcUrl;
        this.org = org;
        this.corpus = new Corpus(org);
    }

    /// Stores the conversations from 0 up to `count` and their words.
    void run(int count) throws Exception {
        // The owner of a table may copy into it only while its policies do not bind the owner.
        sql("ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY");
        try (var database = Database.open(DatabaseAddress.of(jdbcUrl));
                var threads = Executors.newFixedThreadPool(2)) {
            var index = new TextIndex(KIND, List.of("source"), (_, _, _) -> {});
            Future<?> folding = threads.submit(() -> {});
            for (int from = 0; from < count; from += CHUNK) {
                var rows = rows(from, Math.min(count, from + CHUNK));
                var copying = threads.submit(() -> copy(rows));
                folding.get();
                folding =
                        threads.submit(() -> {
                            put(database, index, rows);
                            new Fold(database).run(new OrgId(org), KIND);
                        });
                copying.get();
            }
            folding.get();
        }
        sql("ALTER TABLE conversation FORCE ROW LEVEL SECURITY");
        sql("VACUUM ANALYZE conversation, text_recent, text_segment, text_posting");
    }

    private List<Corpus.Row> rows(int from, int to) {
        var rows = new ArrayList<Corpus.Row>();
        for (int i = from; i < to; i++) {
            rows.add(corpus.row(i));
        }
        return rows;
    }

    private void put(Database database, TextIndex index, List<Corpus.Row> rows) {
        var entries =
                rows.stream()
                        .map(row ->
                                new TextIndex.Entry(
                                        row.id(),
                                        row.createdAt(),
                                        row.words(),
                                        List.of(row.source())))
                        .toList();
        var tenant = new OrgId(org);
        database.run(tenant, tx -> index.put(tx, tenant, entries));
    }

    private Void copy(List<Corpus.Row> rows) throws SQLException, IOException {
        var lines = new StringBuilder();
        rows.forEach(row -> line(lines, row));
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var in = copies.copyIn(COPY);
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            in.writeToCopy(bytes, 0, bytes.length);
            in.endCopy();
        }
        return null;
    }

    private void line(StringBuilder lines, Corpus.Row row) {
        for (var value :
                new Object[] {
                    org,
                    row.id(),
                    row.agent(),
                    row.prospect(),
                    row.source(),
                    row.sourceType(),
                    row.status(),
                    row.createdAt(),
                    row.endedAt(),
                    row.sentiment(),
                    row.stage(),
                    "usr.1726902940.bench000",
                    row.createdAt(),
                    row.createdAt()
                }) {
            lines.append(value).append('\t');
        }
        // the corpus has no backslash, tabulator or new line
        lines.append(row.document()).append('\n');
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var any = connection.createStatement()) {
            any.execute(statement);
        }
    }
}
