package dev.parley.accounts;

import java.util.Set;

/// What an operation asks of its caller.
public enum Permission {
    /// See the organization's records.
    READ,
    /// Make, change and remove them.
    WRITE,
    /// See how the organization looks where its callers are.
    GREET,
    /// Prepare connections and open their sockets.
    CALL,
    /// Change the organization, its members, invitations and keys.
    ADMINISTER,
    /// End the organization, and decide who owns it.
    OWN;

    /// What may be done with a key that is in the page of a website.
    static final Set<Permission> OF_CALL_KEYS = Set.of(GREET, CALL);
}
