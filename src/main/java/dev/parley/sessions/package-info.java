/// Sign-in of people: passwords, sessions, and how often one may try.
@NullMarked
package dev.parley.sessions;

import org.jspecify.annotations.NullMarked;
