package dev.parley.files.kinds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A Word document: a zip that begins and ends where the file does and holds a document. Only its
/// directory is read, nothing is unpacked (F1). Offsets are those of the zip specification
/// (APPNOTE.TXT, 4.3.12 and 4.3.16).
final class DocxForm implements FileKind.Form {
    private static final String NONE = "The file is no Word document";
    private static final Set<String> PARTS = Set.of("[Content_Types].xml", "word/document.xml");
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_DIRECTORY = 4 << 20;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int ENTRY_MARK = 0x0201_4B50;

    @Override
    public Optional<String> fault(Bytes bytes) throws IOException {
        if (!bytes.head().startsWith("PK\3\4")) {
            return Optional.of(NONE);
        }
        int mark = bytes.tail().lastIndexOf("PK\5\6");
        long end = bytes.length() - bytes.tail().length() + mark;
        if (mark < 0 || end + END_LENGTH > bytes.length()) {
            return Optional.of("The document ends early");
        }
        var last = little(bytes.read(end, END_LENGTH));
        int entries = last.getShort(10) & 0xFFFF;
        long size = last.getInt(12) & 0xFFFF_FFFFL;
        long start = last.getInt(16) & 0xFFFF_FFFFL;
        boolean isWhole =
                start + size == end
                        && end + END_LENGTH + (last.getShort(20) & 0xFFFF) == bytes.length();
        if (!isWhole || entries > MAX_ENTRIES || size > MAX_DIRECTORY) {
            return Optional.of(NONE);
        }
        return names(little(bytes.read(start, (int) size)), entries);
    }

    private static Optional<String> names(ByteBuffer directory, int entries) {
        var names = new HashSet<String>();
        for (int i = 0; i < entries; i++) {
            if (directory.remaining() < ENTRY_LENGTH
                    || directory.getInt(directory.position()) != ENTRY_MARK) {
                return Optional.of(NONE);
            }
            int at = directory.position();
            int name = directory.getShort(at + 28) & 0xFFFF;
            int more =
                    (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
            if (directory.remaining() < ENTRY_LENGTH + name + more) {
                return Optional.of(NONE);
            }
            var text =
                    new String(directory.array(), at + ENTRY_LENGTH, name, StandardCharsets.UTF_8);
            if (!names.add(text)) {
                return Optional.of("The document holds a part twice");
            }
            directory.position(at + ENTRY_LENGTH + name + more);
        }
        return names.containsAll(PARTS) ? Optional.empty() : Optional.of(NONE);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
