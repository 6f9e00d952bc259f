package dev.parley.accounts;

import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Request;
import java.util.Set;

/// Who is behind a request, and for whom.
///
/// @param credential id of the key or session it was sent with; quotas count by it
/// @param permissions what may be done with it: the member's, or less
public record Caller(
        OrgId org, UserId user, Role role, String credential, Set<Permission> permissions)
        implements Principal {
    /// The caller of `request`, whose route let nobody else in.
    public static Caller of(Request request) {
        return (Caller) request.principal();
    }

    @Override
    public String name() {
        return credential;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
