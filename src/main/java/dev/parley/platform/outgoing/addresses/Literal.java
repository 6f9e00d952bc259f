package dev.parley.platform.outgoing.addresses;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// A host that is written as an address: four plain decimal numbers, or the hexadecimal form with
/// colons. Every other spelling is read differently by different programs (S3).
public final class Literal {
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]*|0x[0-9a-f]*)|.*[:%].*");
    private static final Pattern FOUR =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern COLONS = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    private Literal() {}

    /// Whether `host`, in lower case, is an address in some spelling and no name: one that ends in
    /// a number is.
    public static boolean isMeant(String host) {
        return NUMERIC.matcher(host).matches();
    }

    /// The address `host` is, in lower case and without brackets; empty for every doubtful
    /// spelling.
    public static Optional<InetAddress> read(String host) {
        if (!FOUR.matcher(host).matches() && !COLONS.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
