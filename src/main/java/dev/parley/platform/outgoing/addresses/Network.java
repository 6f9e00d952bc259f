package dev.parley.platform.outgoing.addresses;

import java.net.InetAddress;

/// The addresses that begin with the same bits, as `10.0.0.0/8`.
record Network(byte[] start, int bits) {
    static Network of(String text) {
        int slash = text.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int kept = Math.min(Byte.SIZE, bits - bit);
            int mask = 0xff << (Byte.SIZE - kept);
            int at = bit / Byte.SIZE;
            if (((address[at] ^ start[at]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
