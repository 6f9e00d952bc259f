package dev.parley.platform.outgoing;

/// A call had no answer. The message is the same whatever the cause, because a tenant who learns
/// the cause can map a network they may not see (S9).
public final class NotReached extends Exception {
    private final Reason reason;

    /// Why, for the operator and for counting; never for a tenant.
    public enum Reason {
        /// The address, or something in the request, is not allowed.
        FORBIDDEN,
        /// No such name, nobody there, or nobody who can be trusted.
        UNREACHABLE,
        TOO_SLOW,
        TOO_LARGE,
        /// A redirect that is not followed.
        REDIRECTED,
        /// What came is no answer of HTTP, or packed in an unknown way.
        UNREADABLE,
        /// Somebody on this side closed the call.
        CLOSED
    }

    NotReached(Reason reason) {
        super("The address could not be reached");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
