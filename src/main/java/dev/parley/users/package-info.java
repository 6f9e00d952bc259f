/// The people of an organization: who they are and what role they have.
@NullMarked
package dev.parley.users;

import org.jspecify.annotations.NullMarked;
