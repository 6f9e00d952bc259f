package dev.parley.platform.outgoing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.testing.Peer;
import dev.parley.testing.Peer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// S8
class FaultyAnswersTest {
    private static final int MAX_BYTES = 100_000;
    private static final Bounds PATIENT = new Bounds(Duration.ofSeconds(60), MAX_BYTES, 0);
    private static final Bounds HASTY = new Bounds(Duration.ofMillis(300), MAX_BYTES, 0);
    private static final byte[] BLOCK = new byte[1 << 16];

    private final GuardedClient client =
            Clients.of(host -> {
                throw new UnknownHostException(host);
            });

    @AfterEach
    void close() {
        client.close();
    }

    private Answer answer(Bounds bounds, Script script) throws NotReached {
        try (var peer = Peer.on("127.0.0.2", script)) {
            return client.send(Clients.get(peer.url("/"), bounds));
        }
    }

    private Reason reason(Bounds bounds, Script script) {
        try (var peer = Peer.on("127.0.0.2", script)) {
            var reason = Clients.reason(client, Clients.get(peer.url("/"), bounds));
            return reason == null ? Reason.CLOSED : reason;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }

    /// Writes until the other side hangs up.
    private static void forever(OutputStream out, byte[] block) throws IOException {
        while (true) {
            out.write(block);
        }
    }

    @Test
    void cutsABodyThatDoesNotEnd() throws NotReached {
        for (var head : List.of("Content-Length: 10737418240\r\n", "Connection: close\r\n")) {
            var answer =
                    answer(
                            PATIENT,
                            (_, out) -> {
                                write(out, "HTTP/1.1 200 OK\r\n" + head + "\r\n");
                                forever(out, BLOCK);
                            });

            assertThat(answer.isCut()).isTrue();
            assertThat(answer.body()).hasSize(MAX_BYTES);
            assertThatThrownBy(answer::whole).isInstanceOf(NotReached.class);
        }
    }

    @Test
    void cutsChunksThatDoNotEnd() throws NotReached {
        var answer =
                answer(
                        PATIENT,
                        (_, out) -> {
                            write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                            forever(out, "1\r\na\r\n".repeat(1_000).getBytes(US_ASCII));
                        });

        assertThat(answer.isCut()).isTrue();
        assertThat(answer.body()).hasSize(MAX_BYTES);
    }

    @Test
    void keepsABodyOfExactlyTheBound() throws NotReached {
        var answer = answer(PATIENT, Peer.answering(200, "a".repeat(MAX_BYTES)));

        assertThat(answer.isCut()).isFalse();
        assertThat(answer.whole().body()).hasSize(MAX_BYTES);
    }

    @Test
    void unpacksNoMoreThanTheBound() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 2_000; i++) {
                zip.write(BLOCK);
            }
        }
        var answer = answer(PATIENT, (_, out) -> packed(out, packed.toByteArray()));

        assertThat(packed.size()).isLessThan(1 << 20);
        assertThat(answer.isCut()).isTrue();
        assertThat(answer.body()).hasSize(MAX_BYTES);
    }

    @Test
    void unpacksWhatIsPackedInTheOneWayItNames() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write("hello".getBytes(US_ASCII));
        }

        assertThat(answer(PATIENT, (_, out) -> packed(out, packed.toByteArray())).body())
                .asString()
                .isEqualTo("hello");
        assertThat(answer(PATIENT, (_, out) -> packed(out, new byte[0])).body()).isEmpty();
        assertThat(reason(PATIENT, (_, out) -> packed(out, "hello".getBytes(US_ASCII))))
                .isEqualTo(Reason.UNREADABLE);
        for (var encoding : List.of("br", "zstd", "deflate", "gzip, gzip")) {
            assertThat(
                            reason(
                                    PATIENT,
                                    Peer.answering(200, "hello", "Content-Encoding: " + encoding)))
                    .isEqualTo(Reason.UNREADABLE);
        }
    }

    private static void packed(OutputStream out, byte[] bytes) throws IOException {
        write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                        .formatted(bytes.length));
        out.write(bytes);
    }

    @Test
    void readsNoHeadersWithoutEnd() {
        assertThat(reason(PATIENT, Peer.answering(200, "hello", "X-A: " + "a".repeat(1 << 20))))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(
                        reason(
                                PATIENT,
                                (_, out) -> {
                                    write(out, "HTTP/1.1 200 OK\r\n");
                                    forever(out, "X-A: 1\r\n".repeat(1_000).getBytes(US_ASCII));
                                }))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(PATIENT, (_, out) -> forever(out, "HTTP".getBytes(US_ASCII))))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test // N1
    void waitsForNobodyLongerThanTheDeadline() {
        for (var before :
                List.of(
                        "",
                        "HTTP/1.1 2",
                        "HTTP/1.1 200 OK\r\nX-A: 1\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")) {
            assertThat(reason(HASTY, (_, out) -> trickle(out, before)))
                    .as(before)
                    .isEqualTo(Reason.TOO_SLOW);
        }
    }

    /// A byte now and then, more often than any timeout between two bytes would notice.
    private static void trickle(OutputStream out, String before) throws IOException {
        write(out, before);
        var next = before.contains("chunked") ? "1\r\na\r\n" : "1";
        while (true) {
            write(out, next);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test // N1
    void countsInterimAnswersAsNone() {
        assertThat(
                        reason(
                                HASTY,
                                (_, out) ->
                                        forever(
                                                out,
                                                "HTTP/1.1 100 Continue\r\n\r\n"
                                                        .getBytes(US_ASCII))))
                .isEqualTo(Reason.TOO_SLOW);
    }

    @Test // N3
    void takesNothingElseForAnAnswer() {
        for (var text :
                List.of("SSH-2.0-x\r\n\r\n", "220 mail\r\n", "HTTP/9.9 x\r\n\r\n", "\0\0")) {
            assertThat(
                            reason(
                                    PATIENT,
                                    (_, out) -> {
                                        write(out, text);
                                        throw new IOException("enough");
                                    }))
                    .as(text)
                    .isIn(Reason.UNREADABLE, Reason.UNREACHABLE, Reason.TOO_LARGE);
        }
    }

    @Test // N4
    void noticesABodyThatBreaksOff() {
        for (var head :
                List.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf")) {
            assertThat(
                            reason(
                                    PATIENT,
                                    (_, out) -> {
                                        write(out, head);
                                        throw new IOException("enough");
                                    }))
                    .isIn(Reason.UNREADABLE, Reason.UNREACHABLE);
        }
    }
}
