package dev.parley.hives.apart;

/// A process that read a document ended before it had answered.
final class ChildDied extends Exception {
    private final boolean isOutOfMemory;

    ChildDied(boolean isOutOfMemory) {
        super(isOutOfMemory ? "Out of memory" : "Ended");
        this.isOutOfMemory = isOutOfMemory;
    }

    /// Whether the document needs more memory than it may have; another try would end alike.
    boolean isOutOfMemory() {
        return isOutOfMemory;
    }
}
