package dev.parley.live;

import org.jspecify.annotations.Nullable;

/// Something an agent may do in a conversation besides talking.
///
/// @param name unique among the tools of an agent, as a model may write it: letters, digits, `_`
///   and `-`
/// @param title what people call it
/// @param description what it does and when it is to be used
/// @param parameters the JSON Schema of its arguments, an object's, as text
/// @param waitingText is said while it runs; null for nothing. Likewise `successText` and
///   `errorText` for how it ended
public record Tool(
        String name,
        String title,
        String description,
        String parameters,
        @Nullable String waitingText,
        @Nullable String successText,
        @Nullable String errorText) {}
