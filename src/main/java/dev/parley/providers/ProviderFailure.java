package dev.parley.providers;

/// A provider did not do its part: unreachable, refusing, too slow, or talking nonsense. The
/// message is for the operator's log and holds neither keys nor anybody's words.
public final class ProviderFailure extends RuntimeException {
    /// What went wrong, so far as it matters to what happens next.
    public enum Reason {
        /// The provider refused our credentials or our plan; asking again is pointless.
        REFUSED,
        /// Too many requests, or its own fault; asking again later may work.
        OVERLOADED,
        /// No connection, or the connection broke.
        UNREACHABLE,
        /// A deadline passed.
        TOO_SLOW,
        /// The answer is not what the protocol says.
        GARBAGE
    }

    private final Reason reason;

    public ProviderFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ProviderFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
