package dev.parley.live;

import java.time.Duration;

/// Tells when a caller who has fallen silent has finished. A model that has learned it can take the
/// place of [AdaptiveEndpointing].
@FunctionalInterface
public interface Endpointing {
    /// How long a silence after these words ends the caller's turn.
    ///
    /// @param words the caller's, so far; empty when none are known
    /// @param question the agent's last sentence
    Duration silence(String words, String question);
}
