package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.http.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ranges as RFC 9110, section 14, reads them.
class ByteRangeTest {
    @Test
    void readsEveryFormOfOneRange() {
        assertThat(ByteRange.read("bytes=0-0", 10)).contains(new ByteRange(0, 1));
        assertThat(ByteRange.read("bytes=2-5", 10)).contains(new ByteRange(2, 4));
        assertThat(ByteRange.read("bytes=9-", 10)).contains(new ByteRange(9, 1));
        assertThat(ByteRange.read("bytes=-3", 10)).contains(new ByteRange(7, 3));
        assertThat(ByteRange.read("BYTES=0-1", 10)).contains(new ByteRange(0, 2));
        assertThat(ByteRange.read(" bytes = 0-1 ", 10)).contains(new ByteRange(0, 2));
    }

    @Test
    void staysWithinTheFile() {
        assertThat(ByteRange.read("bytes=5-999999999999999999", 10)).contains(new ByteRange(5, 5));
        assertThat(ByteRange.read("bytes=-999999999999999999", 10)).contains(new ByteRange(0, 10));
    }

    @Test
    void passesOverWhatIsNoRangeOfBytes() {
        for (var header :
                List.of(
                        "",
                        "bytes",
                        "bytes=",
                        "bytes=-",
                        "bytes=5-2",
                        "bytes=a-b",
                        "lines=1-2",
                        "bytes=0-1,3-4",
                        "bytes=--1",
                        "bytes=1-9999999999999999999999",
                        "0-5")) {
            assertThat(ByteRange.read(header, 10)).as(header).isEmpty();
        }
    }

    @Test
    void refusesWhatLiesBehindTheEnd() {
        for (var header : List.of("bytes=10-", "bytes=10-20", "bytes=-0")) {
            assertThatThrownBy(() -> ByteRange.read(header, 10))
                    .as(header)
                    .isInstanceOf(Problem.RangeNotSatisfiable.class);
        }
    }
}
