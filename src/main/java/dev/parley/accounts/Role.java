package dev.parley.accounts;

import static dev.parley.accounts.Permission.ADMINISTER;
import static dev.parley.accounts.Permission.CALL;
import static dev.parley.accounts.Permission.OWN;
import static dev.parley.accounts.Permission.READ;
import static dev.parley.accounts.Permission.WRITE;

import java.util.Set;

/// What a member is to an organization, and the one table of what each may do; names are the
/// contract's.
public enum Role {
    OWNER(READ, WRITE, CALL, ADMINISTER, OWN),
    ADMIN(READ, WRITE, CALL, ADMINISTER),
    RESELLER_ADMIN(READ, WRITE, CALL, ADMINISTER),
    READ_ONLY(READ);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
