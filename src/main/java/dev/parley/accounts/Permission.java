package dev.parley.accounts;

/// What an operation asks of its caller.
public enum Permission {
    /// See the organization's records.
    READ,
    /// Make, change and remove them.
    WRITE,
    /// Prepare connections and open their sockets.
    CALL,
    /// Change the organization, its members, invitations and keys.
    ADMINISTER,
    /// End the organization, and decide who owns it.
    OWN
}
