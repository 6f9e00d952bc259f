package dev.parley.platform.search;

import dev.parley.platform.database.Planned.Planner;
import dev.parley.platform.database.Tenant;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// The words and texts of one kind of record, kept with the same commit as the record. A record is
/// known to the index by the moment it was created, which never changes and is the order lists are
/// answered in. See `docs/decisions/0006-words-in-segments.md`.
public final class TextIndex {
    private static final String ADD =
            """
            INSERT INTO text_recent (org_id, kind, id, created_at, tokens) VALUES (?, ?, ?, ?, ?)
            """;

    private static final String PUT =
            ADD
                    + """
                    ON CONFLICT (org_id, kind, id) DO UPDATE SET tokens = excluded.tokens, unread = false
                    """;

    private final String kind;
    private final List<String> texts;
    private final Due due;
    private final Map<String, AtomicLong> added = new ConcurrentHashMap<>();

    /// Asked to have records folded, with the commit of the change that made it worth while.
    @FunctionalInterface
    public interface Due {
        void fold(Handle tx, Tenant tenant, String kind);
    }

    /// @param kind the name of the records' table
    /// @param texts the columns of which any piece can be found
    public TextIndex(String kind, List<String> texts, Due due) {
        this.kind = kind;
        this.texts = List.copyOf(texts);
        this.due = due;
    }

    /// What can be found of one record.
    ///
    /// @param texts the values of the index's columns, in their order
    public record Entry(
            String id, Instant createdAt, Set<String> words, List<@Nullable String> texts) {}

    /// Keeps what `entries` hold, which are new.
    public void add(Handle tx, Tenant tenant, List<Entry> entries) {
        store(tx, tenant, entries, ADD);
    }

    /// Keeps what `entries` hold instead of what was kept of these records.
    public void put(Handle tx, Tenant tenant, List<Entry> entries) {
        store(tx, tenant, entries, PUT);
    }

    private void store(Handle tx, Tenant tenant, List<Entry> entries, String sql) {
        long size = 0;
        try (var statement = tx.getConnection().prepareStatement(sql)) {
            for (var entry : entries) {
                var tokens = Tokens.written(entry.words(), entry.texts());
                size += Fold.weight(tokens);
                statement.setString(1, tenant.value());
                statement.setString(2, kind);
                statement.setString(3, entry.id());
                statement.setTimestamp(4, Timestamp.from(entry.createdAt()));
                statement.setString(5, tokens);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        grown(tx, tenant, size);
    }

    /// Forgets a record, at once for every search, and with the next folding for good.
    public void remove(Handle tx, Tenant tenant, String id, Instant createdAt) {
        try (var statement = tx.getConnection().prepareStatement(PUT)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setString(3, id);
            statement.setTimestamp(4, Timestamp.from(createdAt));
            statement.setNull(5, Types.VARCHAR);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        due.fold(tx, tenant, kind);
    }

    /// Some of the records that were stored before there was the index and not put since; whoever
    /// asks puts them.
    public List<String> unread(Handle tx, Tenant tenant) {
        return tx.createQuery(
                        """
                        DELETE FROM text_recent WHERE org_id = :org AND kind = :kind AND id IN (
                            SELECT id FROM text_recent
                            WHERE org_id = :org AND kind = :kind AND unread LIMIT 200
                            FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .bind("org", tenant.value())
                .bind("kind", kind)
                .mapTo(String.class)
                .list();
    }

    /// Asks for folding once for every full segment this server has added; what is left after a
    /// restart is counted with what comes then, so that never more than two wait.
    private void grown(Handle tx, Tenant tenant, long size) {
        var count = added.computeIfAbsent(tenant.value(), _ -> new AtomicLong());
        if (count.addAndGet(size) >= Fold.FULL) {
            count.set(0);
            due.fold(tx, tenant, kind);
        }
    }

    /// The records that hold every one of `words`.
    public Found ofWords(Planner planner, Set<String> words) {
        var needles = words.stream().map(word -> ' ' + word + ' ').toList();
        var tokens = Tokens.chosen(words);
        boolean isSure =
                tokens.size() == words.size()
                        && words.stream().allMatch(word -> word.length() < Words.MAX_LENGTH);
        return new Found(planner, kind, needles, tokens, isSure);
    }

    /// The records in whose column there may be `piece`, in any case; of some it turns out that
    /// there is not.
    public Found ofPiece(Planner planner, String column, String piece) {
        var lower = Tokens.line(piece);
        var tokens = Tokens.pieces(texts.indexOf(column), lower);
        return new Found(planner, kind, List.of(lower), Tokens.chosen(tokens), false);
    }

    /// Whether pieces of `column` can be found.
    public boolean hasText(String column) {
        return texts.contains(column);
    }
}
