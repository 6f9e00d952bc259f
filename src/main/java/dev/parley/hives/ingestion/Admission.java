package dev.parley.hives.ingestion;

import dev.parley.accounts.OrgId;
import java.util.HashMap;
import java.util.Map;

/// How many hives are read at one time, so that nobody's thousand documents make everybody else
/// wait (F6).
final class Admission {
    private final int most;
    private final int mostOfOne;
    private final Map<OrgId, Integer> reading = new HashMap<>();

    Admission(int most) {
        this.most = most;
        this.mostOfOne = Math.max(1, most / 2);
    }

    /// @return whether there is room; if so, [#leave] has to follow
    synchronized boolean enter(OrgId org) {
        int all = reading.values().stream().mapToInt(Integer::intValue).sum();
        int own = reading.getOrDefault(org, 0);
        if (all >= most || own >= mostOfOne) {
            return false;
        }
        reading.put(org, own + 1);
        return true;
    }

    synchronized void leave(OrgId org) {
        reading.computeIfPresent(org, (_, count) -> count > 1 ? count - 1 : null);
    }
}
