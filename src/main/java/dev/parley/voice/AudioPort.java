package dev.parley.voice;

import dev.parley.live.EndReason;

/// The sending side of a socket that carries sound. Everything is called on its loop.
public interface AudioPort {
    /// A sentence of `turn`, whose sound follows.
    void sentence(String turn, String text);

    /// Sound of `turn`, in the line's format: 40 milliseconds, less at the end of a sentence.
    ///
    /// @param bytes used again by whoever calls
    void audio(String turn, byte[] bytes, int length);

    /// Asks to be told, by [SpokenCall#played], once everything sent before this was heard. A port
    /// whose far side does not tell ignores it.
    void mark(String name);

    void endTurn(String turn);

    /// Drops what of `turn` is buffered on the far side; nothing more of it follows.
    void abortTurn(String turn);

    /// Whether the far side takes in what it is sent.
    boolean isWritable();

    /// Closes the line, unless it is closed; nothing is sent on it afterwards.
    void hangUp(EndReason reason);
}
