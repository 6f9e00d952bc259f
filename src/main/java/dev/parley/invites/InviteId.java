package dev.parley.invites;

/// An invitation's id, `inv.…`.
record InviteId(String value) {}
