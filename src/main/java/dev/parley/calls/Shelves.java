package dev.parley.calls;

import dev.parley.accounts.OrgId;
import dev.parley.brains.knowledge.Library;
import java.util.List;

/// Where the documents of hives are found.
@FunctionalInterface
public interface Shelves {
    /// The documents of these hives, for one conversation. Returns at once; what has to be fetched
    /// is fetched meanwhile.
    ///
    /// @param hives ids, at least one
    Library open(OrgId org, List<String> hives);
}
