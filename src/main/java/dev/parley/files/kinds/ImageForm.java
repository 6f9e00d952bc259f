package dev.parley.files.kinds;

import java.io.IOException;
import java.util.Optional;

/// Pictures that begin with their signature and are all there.
enum ImageForm implements FileKind.Form {
    PNG("PNG") {
        @Override
        boolean fits(Bytes bytes) {
            return bytes.head().startsWith("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")
                    && bytes.tail().endsWith("\0\0\0\0IEND\u00ae\u0042\u0060\u0082");
        }
    },
    JPEG("JPEG") {
        @Override
        boolean fits(Bytes bytes) {
            // cameras add more after the end mark
            return bytes.head().startsWith("\u00ff\u00d8\u00ff")
                    && bytes.tail().contains("\u00ff\u00d9");
        }
    },
    WEBP("WebP") {
        @Override
        boolean fits(Bytes bytes) throws IOException {
            return bytes.head().startsWith("RIFF")
                    && bytes.text(8, 7).equals("WEBPVP8")
                    && bytes.little(4) + 8 + (bytes.little(4) & 1) == bytes.length();
        }
    },
    GIF("GIF") {
        @Override
        boolean fits(Bytes bytes) {
            return (bytes.head().startsWith("GIF87a") || bytes.head().startsWith("GIF89a"))
                    && bytes.tail().endsWith(";");
        }
    };

    private final String name;

    ImageForm(String name) {
        this.name = name;
    }

    abstract boolean fits(Bytes bytes) throws IOException;

    @Override
    public Optional<String> fault(Bytes bytes) throws IOException {
        return fits(bytes)
                ? Optional.empty()
                : Optional.of("The file is no " + name + " picture, or not all of one");
    }
}
