package dev.parley.accounts;

/// A business that uses the server.
///
/// @param country ISO 3166, the default for phone numbers without a prefix
public record Organization(OrgId id, String name, String country) {}
