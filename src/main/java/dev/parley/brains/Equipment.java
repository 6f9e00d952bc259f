package dev.parley.brains;

import dev.parley.brains.knowledge.Library;
import dev.parley.products.Product;
import java.util.List;

/// What an agent may draw on in a conversation besides its mission. What it may do is in the
/// [dev.parley.live.Toolbox] of each turn.
///
/// @param library the documents of its hives
/// @param products what it may sell, newest first
public record Equipment(Library library, List<Product> products) {
    public static final Equipment NONE = new Equipment(Library.EMPTY, List.of());

    /// Whether there are documents at all.
    public boolean hasDocuments() {
        return library != Library.EMPTY;
    }
}
