package dev.parley.hives.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file or a page says.
///
/// @param title what it calls itself; empty when it does not
/// @param links where a page leads; [Links#NONE] for files
/// @param isCut whether it had more text than is read of one document
public record Document(String title, List<Section> sections, Links links, boolean isCut) {
    /// What a web page tells a crawler.
    ///
    /// @param canonical the address it wants to be known by, in full
    /// @param targets the addresses it links to, in full; none when they should not be followed
    /// @param mayBeKept whether its text may be kept
    public record Links(@Nullable String canonical, List<String> targets, boolean mayBeKept) {
        public static final Links NONE = new Links(null, List.of(), true);
    }

    public static Document of(String title, Outline outline) {
        return new Document(title, outline.sections(), Links.NONE, outline.isFull());
    }

    /// The same document under the name people know it by.
    public Document titled(String other) {
        return new Document(other, sections, links, isCut);
    }

    public Document with(Links others) {
        return new Document(title, sections, others, isCut);
    }
}
