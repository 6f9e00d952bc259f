package dev.parley.providers;

import java.time.Duration;

/// How long a language model may take.
///
/// @param connect until the connection stands
/// @param firstPiece from the question to the first piece, with all its tries
/// @param betweenPieces from one piece to the next
/// @param whole from the question to the end of the answer
public record Deadlines(
        Duration connect, Duration firstPiece, Duration betweenPieces, Duration whole) {
    /// What a person on a phone will bear.
    public static final Deadlines FOR_SPEECH =
            new Deadlines(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60));
}
