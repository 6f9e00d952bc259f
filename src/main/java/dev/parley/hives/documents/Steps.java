package dev.parley.hives.documents;

/// Told how far the reading of a document has come.
@FunctionalInterface
public interface Steps {
    /// @param done pages read of `total`
    void at(int done, int total);
}
