package dev.parley.providers.embeddings;

import java.util.List;

/// A model that turns texts into vectors of length one: the more alike two texts are in meaning,
/// the greater the product of their vectors.
public interface Embeddings extends AutoCloseable {
    /// Which model it is. Vectors of different models cannot be compared.
    String name();

    /// How many numbers a vector has; known once something was embedded.
    int dimensions();

    /// The vectors of what somebody waits for.
    ///
    /// @throws dev.parley.providers.ProviderFailure when the model cannot be asked
    List<float[]> embed(List<String> texts);

    /// Like [#embed], of what nobody waits for: whoever talks goes first.
    default List<float[]> embedLater(List<String> texts) {
        return embed(texts);
    }

    /// Makes sure that the next question does not wait for the model to be loaded.
    default void warmUp() {}

    @Override
    default void close() {}
}
