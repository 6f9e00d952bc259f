package dev.parley.hives.documents;

import java.util.Locale;
import java.util.Optional;

/// The formats that can be read.
public enum DocumentKind {
    PDF,
    DOCX,
    TEXT,
    MARKDOWN,
    HTML;

    /// The format a web server says it sends; empty for one that is not read.
    ///
    /// @param contentType the header, parameters and all
    public static Optional<DocumentKind> of(String contentType) {
        return switch (contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "text/html", "application/xhtml+xml" -> Optional.of(HTML);
            case "text/plain", "text/csv", "application/json" -> Optional.of(TEXT);
            case "text/markdown", "text/x-markdown" -> Optional.of(MARKDOWN);
            case "application/pdf" -> Optional.of(PDF);
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                    Optional.of(DOCX);
            default -> Optional.empty();
        };
    }
}
