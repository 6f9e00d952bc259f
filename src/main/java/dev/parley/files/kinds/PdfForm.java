package dev.parley.files.kinds;

import java.util.Optional;

/// A PDF from its first byte to its end mark.
final class PdfForm implements FileKind.Form {
    /// Readers look for the mark in the last 1,024 bytes; some writers add padding.
    private static final int END = 2 << 10;

    @Override
    public Optional<String> fault(Bytes bytes) {
        if (!bytes.head().startsWith("%PDF-")) {
            return Optional.of("The file is no PDF");
        }
        var tail = bytes.tail();
        return tail.substring(Math.max(0, tail.length() - END)).contains("%%EOF")
                ? Optional.empty()
                : Optional.of("The PDF ends early");
    }
}
