package dev.parley.hives.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.hives.Hive;
import dev.parley.hives.HiveId;
import dev.parley.hives.HiveStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Which job reads which hive, in the database. A job that finds itself replaced has nothing more
/// to say.
final class ReadingStore {
    private final HiveStore hives = new HiveStore();

    private record State(@Nullable String readBy, @Nullable Instant readAgainAt) {}

    /// The hive, for the job that may read it.
    ///
    /// @param job that asks
    /// @param isRepeat whether it was meant for a later time, when the hive was to be read again
    Optional<Hive> claim(
            Handle tx, OrgId org, HiveId id, String job, boolean isRepeat, Instant now) {
        var found = hives.findForUpdate(tx, org, id);
        if (found.isEmpty()) {
            return found;
        }
        var hive = found.get();
        var state = state(tx, org, id);
        var due = state.readAgainAt();
        boolean mayBegin =
                isRepeat
                        ? due != null && !due.isAfter(now) && !isWaiting(hive)
                        : hive.status().equals(Hive.PENDING) && state.readBy() == null;
        if (!mayBegin && !job.equals(state.readBy())) {
            return Optional.empty();
        }
        tx.createUpdate(
                        """
                        UPDATE hive SET read_by = :job, read_again_at = NULL
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("job", job)
                .execute();
        return found;
    }

    /// Notes how far `job` has come.
    ///
    /// @return whether it still is the one that reads the hive
    boolean note(Handle tx, OrgId org, HiveId id, String job, String status, ObjectNode progress) {
        var found = hives.findForUpdate(tx, org, id);
        if (found.isEmpty() || !job.equals(state(tx, org, id).readBy())) {
            return false;
        }
        hives.update(tx, org, found.get().noted(status, progress));
        return true;
    }

    /// The hive is read; nobody reads it now.
    void release(Handle tx, OrgId org, HiveId id, @Nullable Instant readAgainAt) {
        tx.createUpdate(
                        """
                        UPDATE hive SET read_by = NULL, read_again_at = :again
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("again", readAgainAt)
                .execute();
    }

    private static boolean isWaiting(Hive hive) {
        return hive.status().equals(Hive.PENDING) || hive.status().equals(Hive.PROCESSING);
    }

    private static State state(Handle tx, OrgId org, HiveId id) {
        return tx.createQuery(
                        """
                        SELECT read_by, read_again_at FROM hive
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .map((row, _) -> {
                    var again = row.getTimestamp(2);
                    return new State(row.getString(1), again == null ? null : again.toInstant());
                })
                .one();
    }
}
