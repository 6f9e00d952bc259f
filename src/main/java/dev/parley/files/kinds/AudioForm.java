package dev.parley.files.kinds;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Sound files. Those that know their length are all there; the others are streams, which may end
/// anywhere and still play.
enum AudioForm implements FileKind.Form {
    WAV("WAV") {
        @Override
        boolean fits(Bytes bytes) throws IOException {
            if (!bytes.head().startsWith("RIFF") || !bytes.text(8, 8).equals("WAVEfmt ")) {
                return false;
            }
            long said = bytes.little(4);
            // written by a program that could not go back: it says 0, or as much as there can be
            return said == 0 || said > 0x7FFF_0000L || said + 8 <= bytes.length();
        }
    },
    MP3("MP3") {
        @Override
        boolean fits(Bytes bytes) throws IOException {
            long at = 0;
            if (bytes.head().startsWith("ID3")) {
                var size = bytes.read(6, 4);
                for (byte seven : size) {
                    at = at << 7 | seven & 0x7F;
                }
                at += 10;
            }
            return isFrame(bytes.read(at, 4));
        }
    },
    OGG("Ogg") {
        @Override
        boolean fits(Bytes bytes) {
            return isOgg(bytes, "OpusHead")
                    || isOgg(bytes, "\u0001vorbis")
                    || isOgg(bytes, "\u007fFLAC")
                    || isOgg(bytes, "Speex   ");
        }
    },
    OPUS("Opus") {
        @Override
        boolean fits(Bytes bytes) {
            return isOgg(bytes, "OpusHead");
        }
    },
    M4A("M4A") {
        @Override
        boolean fits(Bytes bytes) throws IOException {
            return bytes.text(4, 4).equals("ftyp") && hasWholeBoxes(bytes);
        }
    },
    FLAC("FLAC") {
        @Override
        boolean fits(Bytes bytes) {
            return bytes.head().startsWith("fLaC\0\0\0\42")
                    || bytes.head().startsWith("fLaC\u0080\0\0\42");
        }
    },
    WEBM("WebM") {
        @Override
        boolean fits(Bytes bytes) {
            var head = bytes.head();
            return head.startsWith("\u001a\u0045\u00df\u00a3")
                    && head.substring(0, Math.min(64, head.length()))
                            .contains("\u0042\u0082\u0084webm");
        }
    };

    private static final int MAX_BOXES = 100_000;
    private final String name;

    AudioForm(String name) {
        this.name = name;
    }

    abstract boolean fits(Bytes bytes) throws IOException;

    @Override
    public Optional<String> fault(Bytes bytes) throws IOException {
        return fits(bytes)
                ? Optional.empty()
                : Optional.of("The file is no " + name + " sound, or not all of one");
    }

    /// The header of a frame of MPEG audio, layer III: eleven bits set, and no reserved value.
    private static boolean isFrame(byte[] header) {
        return header.length == 4
                && (header[0] & 0xFF) == 0xFF
                && (header[1] & 0xE0) == 0xE0
                && (header[1] & 0x18) != 0x08
                && (header[1] & 0x06) == 0x02
                && (header[2] & 0xF0) != 0xF0
                && (header[2] & 0x0C) != 0x0C;
    }

    /// The first page of an Ogg file holds one packet, which names the codec.
    private static boolean isOgg(Bytes bytes, String codec) {
        return bytes.head().startsWith("OggS\0\u0002") && bytes.head().startsWith(codec, 28);
    }

    /// Boxes of an MP4 file, one behind another to the very end, an index and sound among them.
    private static boolean hasWholeBoxes(Bytes bytes) throws IOException {
        var seen = new HashSet<String>();
        long at = 0;
        for (int i = 0; i < MAX_BOXES && at < bytes.length(); i++) {
            long size = bytes.big(at);
            seen.add(bytes.text(at + 4, 4));
            if (size == 1) {
                size = bytes.huge(at + 8);
            } else if (size == 0) {
                size = bytes.length() - at;
            }
            if (size < 8 || size > bytes.length() - at) {
                return false;
            }
            at += size;
        }
        return at == bytes.length() && seen.containsAll(Set.of("moov", "mdat"));
    }
}
