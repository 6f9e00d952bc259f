/// PostgreSQL: connections, transactions of one tenant, lists, work of many requests in one
/// statement.
@NullMarked
package dev.parley.platform.database;

import org.jspecify.annotations.NullMarked;
