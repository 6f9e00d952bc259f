package dev.parley.files;

import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/// The one range of bytes a request asks for, after RFC 9110, section 14. Several ranges at once,
/// and what is no range of bytes, are passed over as the RFC allows: the whole is answered.
///
/// @param from the first byte, counted from 0
/// @param length 1 or more
public record ByteRange(long from, long length) {
    private static final Pattern ONE =
            Pattern.compile("(?i)bytes[ \t]*=[ \t]*(\\d{0,18})-(\\d{0,18})[ \t]*");

    /// The range to answer of `size` bytes whose version is `etag`; empty for all of them.
    ///
    /// @param etag a strong entity tag, quotes included
    /// @throws Problem.RangeNotSatisfiable when none of its bytes are there
    public static Optional<ByteRange> of(Request request, long size, String etag) {
        var ifRange = request.header("if-range").strip();
        if (!ifRange.isEmpty() && !ifRange.equals(etag)) {
            return Optional.empty();
        }
        return read(request.header("range"), size);
    }

    static Optional<ByteRange> read(String header, long size) {
        var match = ONE.matcher(header.strip());
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            long suffix = Math.min(size, Long.parseLong(match.group(2)));
            return Optional.of(satisfiable(size - suffix, size - 1, size));
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? size - 1 : Long.parseLong(match.group(2));
        if (!match.group(2).isEmpty() && last < first) {
            return Optional.empty();
        }
        return Optional.of(satisfiable(first, Math.min(last, size - 1), size));
    }

    /// For Content-Range.
    public String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }

    private static ByteRange satisfiable(long first, long last, long size) {
        if (first >= size) {
            throw new Problem.RangeNotSatisfiable(size);
        }
        return new ByteRange(first, last - first + 1);
    }
}
