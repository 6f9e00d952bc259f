package dev.parley.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/// The text of an API key: `prl_`, 160 random bits as 40 hex digits, and 8 of their CRC-32, so that
/// a mistyped key is refused without asking the database and a leaked one is recognised.
final class KeyText {
    static final String PREFIX = "prl_";
    private static final int RANDOM_BYTES = 20;
    private static final int MAX_LENGTH = 256;
    private static final int MIN_OWN_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    static String make() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        var random = java.util.HexFormat.of().formatHex(bytes);
        return PREFIX + random + checksum(random);
    }

    /// Whether `text` could be a key: one of ours with the right checksum, or an operator's own
    /// secret of 32 characters or more.
    static boolean isPlausible(String text) {
        if (text.length() < MIN_OWN_LENGTH || text.length() > MAX_LENGTH) {
            return false;
        }
        if (!text.startsWith(PREFIX)) {
            return true;
        }
        int end = PREFIX.length() + 2 * RANDOM_BYTES;
        return text.length() == end + 8
                && text.substring(end).equals(checksum(text.substring(PREFIX.length(), end)));
    }

    private static String checksum(String random) {
        var crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        return "%08x".formatted(crc.getValue());
    }
}
