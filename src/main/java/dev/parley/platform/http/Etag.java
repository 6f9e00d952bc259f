package dev.parley.platform.http;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// The version of a record as an entity tag (RFC 9110, 8.8.3): two checksums of its bytes, 64 bits
/// in all, which the processor computes faster than any digest. A client that wants to fool itself
/// may.
public final class Etag {
    private Etag() {}

    /// The tag of `representation`, quotes included.
    public static String of(byte[] representation) {
        var first = new CRC32C();
        first.update(representation);
        var second = new CRC32();
        second.update(representation);
        return "\"%08x%08x\"".formatted(first.getValue(), second.getValue());
    }

    /// Whether a list of tags such as `If-Match` carries names `tag`.
    static boolean matches(String list, String tag) {
        for (var candidate : list.split(",")) {
            var one = candidate.strip();
            if (one.equals("*") || one.equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
