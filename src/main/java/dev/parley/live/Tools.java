package dev.parley.live;

import java.util.List;

/// What one agent may do in one conversation: the outside world's side of a [Toolbox].
public interface Tools {
    /// An agent that only talks.
    Tools NONE =
            new Tools() {
                @Override
                public List<Tool> offered() {
                    return List.of();
                }

                @Override
                public ToolResult run(ToolCall call) {
                    return new ToolResult(false, "There is no such tool.");
                }
            };

    /// The same throughout the conversation.
    List<Tool> offered();

    /// Does what is asked and waits until it is done, on a thread of its own. What goes wrong is in
    /// the result, unknown tools and unfit arguments included.
    ToolResult run(ToolCall call);
}
