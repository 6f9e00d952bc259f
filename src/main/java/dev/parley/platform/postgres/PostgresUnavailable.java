package dev.parley.platform.postgres;

/// The embedded PostgreSQL cannot be started; the message says why and what to do.
public final class PostgresUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    PostgresUnavailable(String message) {
        super(message);
    }

    PostgresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
