package dev.parley.hives.sources;

import dev.parley.hives.Hive;
import dev.parley.hives.passages.SourceStore.Found;
import java.util.ArrayList;
import java.util.List;

/// What was read of a hive and is not kept yet: many sources go into the database together, which
/// costs little more than one.
final class Findings {
    private static final int TOGETHER = 25;

    private final Tools tools;
    private final Hive hive;
    private final List<Found> changed = new ArrayList<>();
    private final List<Found> unchanged = new ArrayList<>();

    Findings(Tools tools, Hive hive) {
        this.tools = tools;
        this.hive = hive;
    }

    /// @return whether there are so many that they should be kept
    synchronized boolean changed(Found found) {
        changed.add(found);
        return changed.size() >= TOGETHER;
    }

    /// @return whether there are so many that they should be kept
    synchronized boolean unchanged(Found found) {
        unchanged.add(found);
        return unchanged.size() >= TOGETHER;
    }

    /// Keeps what there is so far.
    ///
    /// @return whether the hive is still there
    synchronized boolean keep() {
        if (changed.isEmpty() && unchanged.isEmpty()) {
            return true;
        }
        var now = tools.clock().instant();
        boolean isThere =
                tools.database()
                        .transact(
                                hive.orgId(),
                                tx -> {
                                    var org = hive.orgId();
                                    if (!unchanged.isEmpty()) {
                                        tools.sources().confirm(tx, org, hive.id(), unchanged, now);
                                    }
                                    return changed.isEmpty()
                                            || tools.sources()
                                                    .keep(tx, org, hive.id(), changed, now);
                                });
        changed.clear();
        unchanged.clear();
        return isThere;
    }
}
