package dev.parley.voice;

/// One call as the receiving side of its socket sees it. Everything is called on the socket's loop.
public interface SpokenCall {
    /// Sound of the caller, in the line's format; any number of bytes.
    void hear(byte[] bytes, int offset, int length);

    /// What was sent before the mark of this name was heard. Marks that come back because they were
    /// cleared are not told.
    void played(String mark);

    /// So much of a turn was heard, for far sides that count by themselves.
    ///
    /// @param millis less than zero for all of it that was sent
    void played(String turn, long millis);

    /// The caller has pressed keys: `0` to `9`, `*`, `#`, `A` to `D`.
    void press(String keys);

    /// Runs `done` once nothing is being said to the caller, at once if nothing is.
    void whenQuiet(Runnable done);

    /// The caller has hung up, or the line ended on purpose.
    void hangUp();

    /// The line is gone without a word.
    void leave();
}
