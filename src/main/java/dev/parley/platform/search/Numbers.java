package dev.parley.platform.search;

import java.io.ByteArrayOutputStream;

/// Numbers from 0 as bytes, seven bits a byte, the low ones first.
final class Numbers {
    private final byte[] bytes;
    private int at;

    Numbers(byte[] bytes) {
        this.bytes = bytes;
    }

    static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    long next() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            number |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }

    /// Passes over `count` bytes.
    ///
    /// @return where the first of them is
    int skip(int count) {
        int begin = at;
        at += count;
        return begin;
    }

    /// How many numbers the next `size` bytes hold.
    int count(int size) {
        int count = 0;
        for (int i = at; i < at + size; i++) {
            count += bytes[i] >= 0 ? 1 : 0;
        }
        return count;
    }
}
