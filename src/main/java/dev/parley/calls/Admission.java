package dev.parley.calls;

/// Whether a line may join a call.
public sealed interface Admission {
    /// The line is expected: it joins, or declines.
    ///
    /// @param isNew whether the call begins with it
    record Admitted(Call call, boolean isNew) implements Admission {}

    /// Another line holds this call.
    record Taken() implements Admission {}

    /// The server holds as many calls as it takes.
    record Full() implements Admission {}

    /// The server is about to stop.
    record Stopping() implements Admission {}
}
