package dev.parley.hives.index;

import dev.parley.hives.index.VectorIndex.Small;
import org.jspecify.annotations.Nullable;

/// A question and where it lies among meanings.
public final class Asked {
    private final String text;
    private final @Nullable Small vector;

    /// @param vector null when there is none
    public Asked(String text, float @Nullable [] vector) {
        this.text = text;
        this.vector = vector == null ? null : Small.of(vector);
    }

    String text() {
        return text;
    }

    @Nullable Small vector() {
        return vector;
    }
}
