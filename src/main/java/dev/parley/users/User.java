package dev.parley.users;

import dev.parley.accounts.Role;
import dev.parley.accounts.UserId;

/// A member of an organization.
///
/// @param hasPassword whether the person can sign in
/// @param document the record as the API answers it
public record User(
        UserId id, EmailAddress email, Role role, boolean hasPassword, String document) {}
