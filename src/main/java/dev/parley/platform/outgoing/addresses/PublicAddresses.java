package dev.parley.platform.outgoing.addresses;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Forbids everything but public addresses of other machines. The predicates of [InetAddress] leave
/// out most of what is not public (S3), so the tables of IANA's special-purpose registries are
/// written out here. Of IPv6 only the part in use as global unicast is public, and of the forms
/// that carry an IPv4 address only those that a network uses for public ones.
public final class PublicAddresses implements AddressRule {
    private static final List<Network> SPECIAL =
            networks(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by a provider's customers; some clouds' metadata
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // a cloud's host, at a public address
                    "169.254.0.0/16", // link-local, metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments, metadata
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // multicast tunnels
                    "192.88.99.0/24", // relays of 6to4
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20"); // documentation

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    /// An IPv4 address follows: written as one of IPv6, or behind the well-known prefix of NAT64.
    /// The first is spelled in bytes, because the parser makes an IPv4 address of it.
    private static final List<Network> TRANSLATED =
            List.of(new Network(mapped(), 96), Network.of("64:ff9b::/96"));

    /// What stands before the IPv4 address in an interface identifier of ISATAP.
    private static final int ISATAP = 0x5efe;

    private static final int V4_AT = 12;
    private static final int V4_LENGTH = 4;

    @Override
    public boolean forbids(InetAddress address) {
        return isSpecial(address.getAddress()) || isOwn(address);
    }

    /// Whether `address` is not public by the tables alone.
    static boolean isSpecial(byte[] address) {
        if (SPECIAL.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        if (address.length == V4_LENGTH) {
            return false;
        }
        if (TRANSLATED.stream().anyMatch(network -> network.contains(address))) {
            return isSpecial(v4(address));
        }
        return !GLOBAL_UNICAST.contains(address) || isTunnelToSpecial(address);
    }

    private static boolean isTunnelToSpecial(byte[] address) {
        int flags = address[8] & ~0x02;
        int marker = (address[10] & 0xff) << Byte.SIZE | address[11] & 0xff;
        return flags == 0 && address[9] == 0 && marker == ISATAP && isSpecial(v4(address));
    }

    private static byte[] v4(byte[] address) {
        return Arrays.copyOfRange(address, V4_AT, address.length);
    }

    /// A machine trusts itself more than it trusts others, whatever its address.
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByAddress(address.getAddress()))
                    != null;
        } catch (SocketException | UnknownHostException _) {
            return true;
        }
    }

    private static byte[] mapped() {
        var start = new byte[16];
        start[10] = (byte) 0xff;
        start[11] = (byte) 0xff;
        return start;
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
