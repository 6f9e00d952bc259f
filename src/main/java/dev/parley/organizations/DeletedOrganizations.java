package dev.parley.organizations;

import dev.parley.accounts.OrgId;

/// Told of every organization that is gone, so that what is kept outside the database goes too.
@FunctionalInterface
public interface DeletedOrganizations {
    /// Removes what is left of `org`. Called before its rows are removed, on one server at a time,
    /// and again until all is done; once more must do no harm.
    void forget(OrgId org);
}
