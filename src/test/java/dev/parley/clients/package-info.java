/// Clients that others generate from `openapi.yaml`, and whether the server suits them.
@NullMarked
package dev.parley.clients;

import org.jspecify.annotations.NullMarked;
