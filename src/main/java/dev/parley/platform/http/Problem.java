package dev.parley.platform.http;

import dev.parley.platform.json.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Why a request is not answered as asked. The one error vocabulary of the server.
public abstract sealed class Problem extends RuntimeException {
    private Problem(String detail) {
        super(detail, null, false, false);
    }

    /// What the client reads.
    public String detail() {
        return String.valueOf(getMessage());
    }

    /// No key, or none that is worth anything; which of them is not told.
    public static final class Unauthorized extends Problem {
        public Unauthorized() {
            this("Send a valid key: Authorization: Bearer <key>");
        }

        public Unauthorized(String detail) {
            super(detail);
        }
    }

    /// A header is not what it should be.
    public static final class BadRequest extends Problem {
        public BadRequest(String detail) {
            super(detail);
        }
    }

    /// The key is good, but not for this.
    public static final class Forbidden extends Problem {
        public Forbidden(String detail) {
            super(detail);
        }
    }

    /// Not there, or somebody else's; which of them is not told.
    public static final class NotFound extends Problem {
        public NotFound(String thing) {
            super(thing + " not found");
        }
    }

    /// The path exists, the method does not.
    public static final class MethodNotAllowed extends Problem {
        private final String allowed;

        public MethodNotAllowed(String allowed) {
            super("Method not allowed; this path has " + allowed);
            this.allowed = allowed;
        }

        String allowed() {
            return allowed;
        }
    }

    /// At odds with how things stand.
    public static final class Conflict extends Problem {
        public Conflict(String detail) {
            super(detail);
        }
    }

    /// The body did not arrive in time.
    public static final class TooSlow extends Problem {
        public TooSlow(int seconds) {
            super("The body should arrive within " + seconds + " seconds");
        }
    }

    /// The body is larger than the server reads.
    public static final class TooLarge extends Problem {
        public TooLarge(long maxBytes) {
            super("The body should be at most " + maxBytes + " bytes");
        }

        public TooLarge(String detail) {
            super(detail);
        }
    }

    /// The body is not what this operation reads.
    public static final class UnsupportedMediaType extends Problem {
        public UnsupportedMediaType(String detail) {
            super(detail);
        }
    }

    /// None of the bytes asked for are there.
    public static final class RangeNotSatisfiable extends Problem {
        private final long size;

        /// @param size of the whole, bytes
        public RangeNotSatisfiable(long size) {
            super("There are " + size + " bytes");
            this.size = size;
        }

        long size() {
            return size;
        }
    }

    /// The record is not the version the client means.
    public static final class PreconditionFailed extends Problem {
        public PreconditionFailed() {
            super("The record has changed since; read it again and send its ETag in If-Match");
        }
    }

    /// More than this sender may ask for now.
    public static final class TooManyRequests extends Problem {
        private final int retryAfterSeconds;
        private final Map<String, String> headers;

        public TooManyRequests(int retryAfterSeconds) {
            this(retryAfterSeconds, Map.of());
        }

        TooManyRequests(int retryAfterSeconds, Map<String, String> headers) {
            super("Too many requests; try again in " + retryAfterSeconds + " seconds");
            this.retryAfterSeconds = retryAfterSeconds;
            this.headers = headers;
        }

        Map<String, String> headers() {
            var all = new HashMap<>(headers);
            all.put("Retry-After", Integer.toString(retryAfterSeconds));
            return all;
        }
    }

    /// The server has no room left for what was sent.
    public static final class StorageFull extends Problem {
        public StorageFull() {
            super("There is no room left to store this; an operator has to make some");
        }
    }

    /// Values were rejected, each with its place.
    public static final class Invalid extends Problem {
        private final List<Violation> violations;

        public Invalid(List<Violation> violations) {
            super("Input rejected");
            this.violations = List.copyOf(violations);
        }

        public Invalid(String part, String name, String message, String type) {
            this(List.of(new Violation(List.of(part, name), message, type)));
        }

        List<Violation> violations() {
            return violations;
        }
    }

    /// Something the server needs is away for now; asking again soon may work.
    public static final class Unavailable extends Problem {
        public Unavailable(String detail) {
            super(detail);
        }
    }
}
