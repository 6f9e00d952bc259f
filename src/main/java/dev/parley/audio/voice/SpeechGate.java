package dev.parley.audio.voice;

/// Makes speech of single frames with voice: begins after a few of them, so that a click does not
/// count, and ends after a pause, so that the gaps within words do not.
public final class SpeechGate {
    /// What a frame changed.
    public enum Change {
        NONE,
        BEGAN,
        ENDED
    }

    /// Frames of voice among the last ones that begin speech: 60 of 80 milliseconds.
    private static final int VOICED = 3;

    private static final int RECENT = 4;

    /// Frames without voice that end it: 200 milliseconds.
    private static final int HANGOVER = 10;

    private int recent;
    private int silent;
    private boolean isOpen;

    /// The next frame.
    public Change hear(boolean isVoiced) {
        recent = (recent << 1 | (isVoiced ? 1 : 0)) & (1 << RECENT) - 1;
        silent = isVoiced ? 0 : silent + 1;
        if (!isOpen && Integer.bitCount(recent) >= VOICED) {
            isOpen = true;
            return Change.BEGAN;
        }
        if (isOpen && silent >= HANGOVER) {
            isOpen = false;
            return Change.ENDED;
        }
        return Change.NONE;
    }

    /// Whether somebody is speaking.
    public boolean isOpen() {
        return isOpen;
    }
}
