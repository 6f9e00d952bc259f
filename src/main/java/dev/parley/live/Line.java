package dev.parley.live;

/// The line to the person: a browser, a phone, or a test. Nothing here may block; a line that
/// throws counts as lost.
public interface Line {
    /// How far a turn was heard.
    ///
    /// @param sentence the sentence that is being heard, by its place in the turn
    /// @param share how much of it, from 0 to 1
    record Played(int sentence, double share) {
        public static final Played NOTHING = new Played(0, 0);
    }

    /// Sends a sentence of `turn`. `delivered` runs on any thread, once the sentence is handed over
    /// for good or, where it is spoken, was heard; sentences are delivered in the order they were
    /// sent.
    ///
    /// @param place of the sentence in its turn, from 0
    void say(String turn, int place, String sentence, Runnable delivered);

    /// Everything of `turn` is delivered.
    void endTurn(String turn);

    /// Drops whatever of `turn` is not delivered yet; nothing more of it follows, not even its end.
    void abortTurn(String turn);

    /// Holds back the sound of `turn`, of which more may be sent meanwhile.
    default void pauseTurn(String turn) {}

    /// Goes on with `turn` where it was paused.
    default void resumeTurn(String turn) {}

    /// How far `turn` was heard beyond the sentences that are delivered; asked from any thread.
    default Played heard(String turn) {
        return Played.NOTHING;
    }

    /// The caller has fallen silent: whoever listens is to tell the last words, and that they were
    /// the last.
    default void settle() {}

    /// Closes the line; nothing is sent on it afterwards.
    void hangUp(EndReason reason);
}
