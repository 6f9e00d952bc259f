package dev.parley.calls;

/// The telephone somebody calls by, for an agent that does more with it than talk. Everything waits
/// until what was said before is heard, and blocks until it is done.
public interface Handset {
    /// Connects the caller with a number and leaves them to it: the conversation ends.
    ///
    /// @param number E.164
    /// @throws Refused when it is not possible; the conversation goes on
    void transfer(String number);

    /// Presses keys, for whatever listens on the caller's side.
    ///
    /// @param keys `0` to `9`, `*`, `#`, `A` to `D`, and `w` for half a second's pause
    void press(String keys);

    /// What is asked for is not done; the message says why, in words an agent may repeat.
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String message) {
            super(message, null, false, false);
        }
    }
}
