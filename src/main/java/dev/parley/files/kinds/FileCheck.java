package dev.parley.files.kinds;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a file is what its name says, and nothing else besides (F4). This looks at forms, not at
/// meaning: whoever takes the content apart has to expect the worst of it.
public final class FileCheck {
    private static final Pattern PAGE =
            Pattern.compile(
                    "(?is)[\\s\\x00\\xEF\\xBB\\xBF]*<(!doctype\\s+html|html|head|body|script)\\b.*");

    private FileCheck() {}

    /// What speaks against keeping `file` as a file of `kind`, for its sender to read.
    public static Optional<String> fault(FileKind kind, Path file) throws IOException {
        try (var bytes = Bytes.of(file)) {
            if (bytes.length() == 0) {
                return Optional.of("The file is empty");
            }
            return kind.form().fault(bytes).or(() -> secondNature(kind, bytes));
        } catch (EOFException _) {
            return Optional.of("The file ends early");
        }
    }

    /// A file that other programs would take for another kind.
    private static Optional<String> secondNature(FileKind kind, Bytes bytes) {
        if (kind != FileKind.DOCX && bytes.tail().contains("PK\5\6")) {
            return Optional.of("The file is an archive, too");
        }
        if (kind != FileKind.PDF && bytes.head().contains("%PDF-")) {
            return Optional.of("The file is a PDF, too");
        }
        if (kind != FileKind.HTML && PAGE.matcher(bytes.head()).matches()) {
            return Optional.of("The file is a web page");
        }
        if (kind.isInline() && bytes.head().toLowerCase(Locale.ROOT).contains("<script")) {
            return Optional.of("The file has a script in it");
        }
        return Optional.empty();
    }
}
