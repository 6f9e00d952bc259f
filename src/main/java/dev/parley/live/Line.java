package dev.parley.live;

/// The line to the person: a browser, a phone, or a test. Nothing here may block; a line that
/// throws counts as lost.
public interface Line {
    /// Sends a sentence of `turn`. `delivered` runs on any thread, once the sentence is handed over
    /// for good; sentences are delivered in the order they were sent.
    void say(String turn, String sentence, Runnable delivered);

    /// Everything of `turn` is delivered.
    void endTurn(String turn);

    /// Drops whatever of `turn` is not delivered yet; nothing more of it follows, not even its end.
    void abortTurn(String turn);

    /// Closes the line; nothing is sent on it afterwards.
    void hangUp(EndReason reason);
}
