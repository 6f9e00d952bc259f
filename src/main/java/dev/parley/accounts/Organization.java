package dev.parley.accounts;

import java.time.ZoneId;

/// A business that uses the server.
///
/// @param country ISO 3166, the default for phone numbers without a prefix
/// @param timezone whose days metrics count
public record Organization(OrgId id, String name, String country, ZoneId timezone) {}
