package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;

/// Something that answers a question.
@FunctionalInterface
interface Finding {
    /// Says it.
    ///
    /// @param aside in the middle of something else, which goes on afterwards
    /// @return what the agent waits for then, unless it was said aside
    Focus tell(boolean aside);
}
