package dev.parley.hives.documents;

/// A document cannot be read; the message says why, for its owner.
public final class Unreadable extends Exception {
    public Unreadable(String reason) {
        super(reason);
    }
}
