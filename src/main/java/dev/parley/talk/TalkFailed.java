package dev.parley.talk;

/// There is no conversation; the message tells the person at the terminal why.
public final class TalkFailed extends RuntimeException {
    /// @param message whole sentences
    public TalkFailed(String message) {
        super(message, null, false, false);
    }
}
