package dev.parley.platform.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Hosts that no tenant may reach, in three ways: as plain literal addresses, as spellings that
/// some program takes for an address, and as addresses a name may stand for.
public final class ForbiddenHosts {
    /// The first, one in the middle and the last of each network of IPv4 that is not public.
    private static final List<String> V4 =
            List.of(
                    "0.0.0.0 0.1.2.3 0.255.255.255",
                    "10.0.0.0 10.0.0.1 10.255.255.255",
                    "100.64.0.0 100.100.100.200 100.127.255.255",
                    "127.0.0.0 127.0.0.1 127.0.0.2 127.255.255.255",
                    "168.63.129.16",
                    "169.254.0.0 169.254.169.254 169.254.170.2 169.254.255.255",
                    "172.16.0.0 172.17.0.1 172.31.255.255",
                    "192.0.0.0 192.0.0.192 192.0.0.255",
                    "192.0.2.0 192.0.2.1 192.0.2.255",
                    "192.31.196.0 192.31.196.255",
                    "192.52.193.0 192.52.193.255",
                    "192.88.99.0 192.88.99.1 192.88.99.255",
                    "192.168.0.0 192.168.1.1 192.168.255.255",
                    "192.175.48.0 192.175.48.255",
                    "198.18.0.0 198.18.0.1 198.19.255.255",
                    "198.51.100.0 198.51.100.255",
                    "203.0.113.0 203.0.113.255",
                    "224.0.0.0 224.0.0.1 239.255.255.255",
                    "240.0.0.0 250.1.2.3 255.255.255.254 255.255.255.255");

    private static final List<String> V6 =
            List.of(
                    ":: ::1 ::2 ::ffff ::ffff:0:0:1",
                    "100:: 100::1 100:0:0:1::1 64:ff9b:1:: 64:ff9b:1::1",
                    "2001:: 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:1::1 2001:2::1",
                    "2001:3::1 2001:4:112::1 2001:10::1 2001:20::1 2001:30::1 2001:1ff:ffff::1",
                    "2001:db8:: 2001:db8::1 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                    "2002:: 2002:7f00:1:: 2002:a00:1:: 2002:808:808:: 2002:ffff::1",
                    "2620:4f:8000:: 2620:4f:8000::42 3fff:: 3fff::1 3fff:fff:ffff::1",
                    "2a00:1450:4001:800:0:5efe:7f00:1 2a00:1450:4001:800:200:5efe:a00:1",
                    "4000::1 5f00::1 6000::1 8000::1 a000::1 c000::1 e000::1 f000::1 f800::1",
                    "fc00:: fc00::1 fd00:: fd00:ec2::254 fdff:ffff:ffff:ffff::1",
                    "fe80:: fe80::1 febf::1 fec0:: fec0::1 feff::1",
                    "ff00:: ff01::1 ff02::1 ff02::2 ff05::1:3 ff0e::1 ffff::1");

    /// Ways to write an IPv4 address, of which this project reads one; `%d` is a byte each, and `N`
    /// the whole as one number.
    private static final List<String> SPELLINGS =
            List.of(
                    "%1$d.%2$d.%3$d.%4$d.",
                    "0%1$o.0%2$o.0%3$o.0%4$o",
                    "00%1$o.00%2$o.00%3$o.00%4$o",
                    "0x%1$x.0x%2$x.0x%3$x.0x%4$x",
                    "0X%1$X.0X%2$X.0X%3$X.0X%4$X",
                    "%1$d.%2$d.%3$d.0x%4$x",
                    "%1$d.0x%2$x.%3$d.0%4$o",
                    "%1$03d.%2$03d.%3$03d.%4$03d",
                    "%1$d.%2$d.%3$d.%4$04d",
                    "%1$d.%2$d.%5$d",
                    "%1$d.%6$d",
                    "%7$d",
                    "0x%7$x",
                    "0%7$o",
                    "%1$d.%2$d.%3$d.%4$d.0",
                    "%1$d..%2$d.%3$d.%4$d",
                    ".%1$d.%2$d.%3$d.%4$d",
                    "+%1$d.%2$d.%3$d.%4$d",
                    "%1$d.%2$d.%3$d.%4$d%%00",
                    "%%31%1$d.%2$d.%3$d.%4$d",
                    "%1$d%%2e%2$d%%2e%3$d%%2e%4$d",
                    "%1$d\u3002%2$d\u3002%3$d\u3002%4$d",
                    "\uff11%1$d.%2$d.%3$d.%4$d",
                    "\u2460%1$d.%2$d.%3$d.%4$d",
                    "[%1$d.%2$d.%3$d.%4$d]",
                    "[::%1$d.%2$d.%3$d.%4$d]",
                    "[::ffff:%1$d.%2$d.%3$d.%4$d]",
                    "[::FFFF:%1$02x%2$02x:%3$02x%4$02x]",
                    "[0:0:0:0:0:ffff:%1$02x%2$02x:%3$02x%4$02x]",
                    "[::ffff:0:%1$d.%2$d.%3$d.%4$d]",
                    "[64:ff9b::%1$d.%2$d.%3$d.%4$d]",
                    "[64:ff9b:1::%1$d.%2$d.%3$d.%4$d]",
                    "[2002:%1$02x%2$02x:%3$02x%4$02x::1]",
                    "[fe80::5efe:%1$d.%2$d.%3$d.%4$d%%25eth0]",
                    "a@%1$d.%2$d.%3$d.%4$d",
                    "ok.example\\@%1$d.%2$d.%3$d.%4$d",
                    "ok.example:80@%1$d.%2$d.%3$d.%4$d");

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private ForbiddenHosts() {}

    /// Hosts as they stand in an address.
    public static List<String> literals() {
        var long6 = resolved().stream().filter(Inet6Address.class::isInstance);
        return Stream.of(
                        v4().stream(),
                        v6().stream().map(literal -> "[" + literal + "]"),
                        long6.map(address -> "[" + address.getHostAddress() + "]"))
                .flatMap(all -> all)
                .toList();
    }

    /// Hosts that mean a forbidden address to some parser.
    public static List<String> spelled() {
        return Stream.of(
                        "127.0.0.1",
                        "10.0.0.1",
                        "169.254.169.254",
                        "192.168.1.1",
                        "100.64.0.1",
                        "172.16.0.1")
                .flatMap(literal -> SPELLINGS.stream().map(form -> spelled(form, literal)))
                .toList();
    }

    /// What a name may turn out to stand for, in every form that carries an address of IPv4.
    public static List<InetAddress> resolved() {
        var addresses = new ArrayList<InetAddress>();
        for (var literal : v4()) {
            var v4 = InetAddress.ofLiteral(literal);
            addresses.add(v4);
            for (var start : List.of("::", "::ffff:0:0:0", "64:ff9b::", "2002::")) {
                addresses.add(behind(InetAddress.ofLiteral(start).getAddress(), v4));
            }
            addresses.add(behind(MAPPED, v4));
        }
        v6().forEach(literal -> addresses.add(InetAddress.ofLiteral(literal)));
        return addresses;
    }

    private static InetAddress behind(byte[] start, InetAddress v4) {
        var bytes = new byte[16];
        System.arraycopy(start, 0, bytes, 0, 12);
        System.arraycopy(v4.getAddress(), 0, bytes, 12, 4);
        try {
            return Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static String spelled(String form, String literal) {
        var bytes = InetAddress.ofLiteral(literal).getAddress();
        long a = bytes[0] & 0xff;
        long b = bytes[1] & 0xff;
        long c = bytes[2] & 0xff;
        long d = bytes[3] & 0xff;
        long last = c << 8 | d;
        return form.formatted(a, b, c, d, last, b << 16 | last, a << 24 | b << 16 | last);
    }

    private static List<String> v4() {
        return split(V4);
    }

    private static List<String> v6() {
        return split(V6);
    }

    private static List<String> split(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
    }
}
