package dev.parley.accounts;

import static dev.parley.accounts.Permission.ADMINISTER;
import static dev.parley.accounts.Permission.CALL;
import static dev.parley.accounts.Permission.GREET;
import static dev.parley.accounts.Permission.OWN;
import static dev.parley.accounts.Permission.READ;
import static dev.parley.accounts.Permission.WRITE;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// What a member is to an organization, and the one table of what each may do; names are the
/// contract's.
public enum Role {
    OWNER(READ, WRITE, GREET, CALL, ADMINISTER, OWN),
    ADMIN(READ, WRITE, GREET, CALL, ADMINISTER),
    RESELLER_ADMIN(READ, WRITE, GREET, CALL, ADMINISTER),
    READ_ONLY(READ, GREET);

    /// As the contract writes them.
    public static final Set<String> NAMES =
            Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /// Whether somebody of this role may make others `role`, and change or remove those who are.
    public boolean mayAppoint(Role role) {
        return switch (role) {
            case OWNER -> permissions.contains(OWN);
            case RESELLER_ADMIN -> this == OWNER || this == RESELLER_ADMIN;
            case ADMIN, READ_ONLY -> permissions.contains(ADMINISTER);
        };
    }

    /// Whether this role may all that `other` may, and more.
    public boolean outranks(Role other) {
        return permissions.size() > other.permissions.size()
                && permissions.containsAll(other.permissions);
    }
}
