package dev.parley.hives.search;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one conversation may look up: the hives of its agent, fixed when it begins.
public final class Library {
    private static final Logger log = LoggerFactory.getLogger(Library.class);

    private final SearchHives search;
    private final OrgId org;
    private final Set<HiveId> hives;

    Library(SearchHives search, OrgId org, Set<HiveId> hives) {
        this.search = search;
        this.org = org;
        this.hives = hives;
    }

    /// Whether there is nothing to look up.
    public boolean isEmpty() {
        return hives.isEmpty();
    }

    /// Gets ready on a thread of its own, so that the first question does not wait.
    public void warmUp() {
        if (!isEmpty()) {
            Thread.ofPlatform().daemon().name("library").start(this::open);
        }
    }

    /// What the hives say to `question`.
    ///
    /// @param most passages to find
    public Findings find(String question, int most) {
        return isEmpty() ? Findings.NOTHING : search.find(org, hives, question, most);
    }

    private void open() {
        try {
            search.warmUp(org, hives);
        } catch (RuntimeException e) {
            log.warn("A library is not ready yet: {}", e.getClass().getSimpleName());
        }
    }
}
