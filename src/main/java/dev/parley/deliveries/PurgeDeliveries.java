package dev.parley.deliveries;

import dev.parley.accounts.OrgId;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import java.time.Duration;
import java.time.InstantSource;

/// Forgets deliveries that were settled a month ago, and their log with them.
public final class PurgeDeliveries {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;
    private final DeliveryStore deliveries = new DeliveryStore();

    public PurgeDeliveries(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public Jobs.Chore chore() {
        return new Jobs.Chore("purge-deliveries", EVERY, this::run);
    }

    private void run() {
        var until = clock.instant().minus(KEPT);
        var organizations =
                database.system(tx ->
                        tx.createQuery("SELECT id FROM organization").mapTo(String.class).list());
        for (var id : organizations) {
            var org = new OrgId(id);
            database.run(org, tx -> deliveries.purge(tx, org, until));
        }
    }
}
