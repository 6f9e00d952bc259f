package dev.parley.live;

import java.util.List;

/// What a brain may do in a turn besides talking. Everything it does becomes part of the
/// transcript, whoever interrupts.
public interface Toolbox {
    Toolbox EMPTY =
            new Toolbox() {
                @Override
                public List<Tool> tools() {
                    return List.of();
                }

                @Override
                public Run begin(String tool, String arguments) {
                    throw new IllegalStateException("There is no tool to use");
                }

                @Override
                public List<Run> running() {
                    return List.of();
                }
            };

    List<Tool> tools();

    /// Begins to use a tool. One too many in a turn or in the conversation is not done, and says so
    /// in its result.
    ///
    /// @param arguments a JSON object, as text; judged by the tool
    Run begin(String tool, String arguments);

    /// What was begun in this conversation and is not done, oldest first; each for one who waits.
    List<Run> running();

    /// A tool being used. It goes on to its end whether somebody waits for it or not.
    interface Run {
        ToolCall call();

        /// Waits for the end.
        ///
        /// @throws Abandoned when whoever waits is told to wait no longer
        ToolResult await();

        /// Lets go of [#await], now and later. Others who wait for the same use are not concerned.
        void abandon();
    }

    /// Nobody needs to wait any more.
    final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("nobody waits for this any more", null, false, false);
        }
    }
}
