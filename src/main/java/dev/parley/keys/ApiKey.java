package dev.parley.keys;

import dev.parley.accounts.OrgId;

/// A key as the API answers it.
///
/// @param secretKey the secret when the key is made; afterwards only how it ends
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `expiresAt`
record ApiKey(
        String id,
        OrgId orgId,
        String userId,
        String secretKey,
        String keyType,
        String createdBy,
        String createdAt,
        String expiresAt,
        boolean isActive) {}
