/// Invitations: how somebody becomes a member by a code sent to an address.
@NullMarked
package dev.parley.invites;

import org.jspecify.annotations.NullMarked;
