package dev.parley.organizations;

import dev.parley.accounts.OrgId;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes every row of organizations that are gone, from whatever table has an `org_id`, a few
/// thousand at a time. It begins anew wherever it was stopped, and looks again for a while, because
/// what was going on when an organization was deleted may still have written.
public final class PurgeOrganizations {
    private static final Logger log = LoggerFactory.getLogger(PurgeOrganizations.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration UNTIL = Duration.ofMinutes(5);
    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final List<DeletedOrganizations> others;
    private final InstantSource clock;

    /// @param others told first
    public PurgeOrganizations(
            Database database, List<DeletedOrganizations> others, InstantSource clock) {
        this.database = database;
        this.others = others;
        this.clock = clock;
    }

    public Jobs.Chore chore() {
        return new Jobs.Chore("purge-deleted-organizations", EVERY, this::run);
    }

    /// One that cannot be removed now holds up no other.
    void run() {
        for (var org : deleted()) {
            try {
                purge(org);
            } catch (RuntimeException e) {
                log.warn("Could not remove all of {} yet", org, e);
            }
        }
    }

    private List<OrgId> deleted() {
        return database.system(tx ->
                tx.createQuery("SELECT id FROM deleted_organization ORDER BY deleted_at")
                        .mapTo(String.class)
                        .map(OrgId::new)
                        .list());
    }

    private void purge(OrgId org) {
        others.forEach(other -> other.forget(org));
        for (var table : database.system(PurgeOrganizations::tables)) {
            while (database.transact(org, tx -> deleteSome(tx, org, table)) == AT_ONCE) {
                // the next few thousand
            }
        }
        var longAgo = clock.instant().minus(UNTIL);
        database.system(tx ->
                tx.createUpdate(
                                """
                                DELETE FROM deleted_organization
                                WHERE id = :org AND deleted_at < :longAgo
                                """)
                        .bind("org", org.value())
                        .bind("longAgo", longAgo)
                        .execute());
    }

    private static int deleteSome(Handle tx, OrgId org, String table) {
        return tx.createUpdate(
                        """
                        DELETE FROM %1$s WHERE ctid = ANY (ARRAY
                            (SELECT ctid FROM %1$s WHERE org_id = :org LIMIT %2$d))
                        """
                                .formatted(table, AT_ONCE))
                .bind("org", org.value())
                .execute();
    }

    /// Every table with an `org_id`, those that refer to others before what they refer to.
    static List<String> tables(Handle tx) {
        var left =
                tx.createQuery(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c
                                JOIN pg_attribute a ON a.attrelid = c.oid
                                WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                                  AND a.attname = 'org_id' AND NOT a.attisdropped
                                ORDER BY 1
                                """)
                        .mapTo(String.class)
                        .list();
        record Reference(String from, String to) {}
        var references =
                tx.createQuery(
                                """
                                SELECT conrelid::regclass::text, confrelid::regclass::text
                                FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid
                                """)
                        .map((row, _) -> new Reference(row.getString(1), row.getString(2)))
                        .list();
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var free =
                    left.stream()
                            .filter(table ->
                                    references.stream()
                                            .noneMatch(r ->
                                                    r.to().equals(table)
                                                            && left.contains(r.from())))
                            .toList();
            // two that refer to each other must do so with cascades
            var next = free.isEmpty() ? List.copyOf(left) : free;
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }
}
