package dev.parley.accounts;

import dev.parley.platform.http.Request;

/// Who is behind a request, and for whom.
public record Caller(OrgId org, UserId user) {
    /// The caller of `request`, whose route let nobody else in.
    public static Caller of(Request request) {
        return (Caller) request.principal();
    }
}
