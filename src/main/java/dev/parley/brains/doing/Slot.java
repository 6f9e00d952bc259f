package dev.parley.brains.doing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a tool has to be told.
///
/// @param path where it stands in the arguments, outermost first
/// @param label what people call it
/// @param question how the business wants it asked; empty when it does not say
/// @param meaning what it stands for, if the desk knows such a thing by itself
public record Slot(
        List<String> path,
        String label,
        String question,
        Value value,
        boolean required,
        @Nullable Meaning meaning) {
    /// Its name within its tool.
    public String id() {
        return String.join(".", path);
    }
}
