package dev.parley.deliveries;

import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How many deliveries may be on their way at once, so that a receiver who takes their time holds
/// up their own events and nobody else's (N7, O4).
final class Slots {
    private static final int OF_AN_ACTION = 4;
    private static final int OF_AN_ORGANIZATION = 16;
    private static final int ALL = 128;

    private final Map<Object, Integer> taken = new HashMap<>();
    private int all;

    /// A place on the road until it is closed.
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /// A pass, if one is free.
    synchronized Optional<Pass> enter(OrgId org, ActionId action) {
        if (all >= ALL
                || taken.getOrDefault(action, 0) >= OF_AN_ACTION
                || taken.getOrDefault(org, 0) >= OF_AN_ORGANIZATION) {
            return Optional.empty();
        }
        all++;
        taken.merge(action, 1, Integer::sum);
        taken.merge(org, 1, Integer::sum);
        return Optional.of(() -> leave(org, action));
    }

    private synchronized void leave(OrgId org, ActionId action) {
        all--;
        taken.computeIfPresent(action, (_, count) -> count == 1 ? null : count - 1);
        taken.computeIfPresent(org, (_, count) -> count == 1 ? null : count - 1);
    }
}
