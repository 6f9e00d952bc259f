package dev.parley.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.call.lines.BrowserLine;
import dev.parley.call.lines.Heard;
import dev.parley.call.lines.Ring;
import dev.parley.call.lines.TwilioFrames;
import dev.parley.call.lines.TwilioLine;
import dev.parley.call.sound.Signals;
import dev.parley.talk.TalkFailed;
import dev.parley.testing.Await;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole calls over real sockets, in real time.
class TelephoneTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static FakeAgent agent;

    @TempDir private Path folder;

    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        agent = new FakeAgent();
    }

    @AfterAll
    static void stop() {
        agent.close();
        CLIENT.close();
    }

    @Test
    void hearsTheAgentOutAsABrowserAndSaysWhatWasPlayed() throws Exception {
        var line = BrowserLine.spoken(CLIENT, agent.socketUrl("/browser?ticket=t"), heard::add);
        var telephone = new Telephone(line, heard, Optional.empty(), _ -> {});

        var exchanges = telephone.run(List.of(speech(16_000)));

        assertThat(exchanges).hasSize(2);
        assertThat(exchanges.get(1).isInterruption()).isFalse();
        assertThat(exchanges.get(1).untilAnswer().orElseThrow())
                .isGreaterThanOrEqualTo(Duration.ofMillis(150));
        Await.until(
                Duration.ofSeconds(10),
                () ->
                        assertThat(agent.texts())
                                .anyMatch(text ->
                                        text.contains("UPDATE_MESSAGE_STATUS")
                                                && text.contains("dia.1"))
                                .anyMatch(text -> text.contains("STOP")));
        assertHeardOnTheRight(telephone);
    }

    @Test
    void breaksInAsTwilioAndSendsMarksBack() {
        var ring = Ring.at(CLIENT, agent.url(), "+15005550006", "+15005550001", "1".repeat(32));
        var line = TwilioLine.open(CLIENT, ring, heard::add);
        var telephone = new Telephone(line, heard, Optional.of(Duration.ofMillis(300)), _ -> {});

        var exchanges = telephone.run(List.of(speech(8_000)));

        assertThat(ring.parameters()).containsEntry("a", "b & c");
        var interruption = exchanges.get(1);
        assertThat(interruption.isInterruption()).isTrue();
        assertThat(interruption.untilSilenced()).isPresent();
        assertThat(interruption.untilAnswer()).isPresent();
        Await.until(
                Duration.ofSeconds(10),
                () ->
                        assertThat(agent.texts())
                                .anyMatch(text ->
                                        text.contains("\"start\"")
                                                && text.contains(ring.frames().call()))
                                .anyMatch(text ->
                                        text.contains("\"mark\"") && text.contains("turn 2"))
                                .anyMatch(text -> text.contains("\"stop\"")));
    }

    @Test
    void takesNoCallWithoutAMediaSocket() {
        var frames = new TwilioFrames("AC", "CA", "MZ");

        assertThatThrownBy(() -> Ring.read(frames, "<Response><Hangup/></Response>"))
                .isInstanceOf(TalkFailed.class)
                .hasMessageStartingWith("The server does not take the call");
    }

    @Test
    void knowsItsOptions() {
        var options = CallOptions.of(List.of("--as", "twilio", "--say", "Hi", "--wav", "a.wav"));

        assertThat(options.as()).isEqualTo(CallOptions.As.TWILIO);
        assertThat(options.say()).hasSize(2);
        assertThatThrownBy(() -> CallOptions.of(List.of("--as", "pigeon")))
                .hasMessage(CallOptions.USAGE);
        assertThatThrownBy(() -> CallOptions.of(List.of("--say"))).hasMessage(CallOptions.USAGE);
    }

    private static Utterance speech(int rate) {
        return new Utterance("(speech)", Signals.speech(rate, 600).trimmed());
    }

    private void assertHeardOnTheRight(Telephone telephone) throws Exception {
        var file = folder.resolve("call.wav");
        telephone.write(file);
        var bytes = Files.readAllBytes(file);
        int channels = bytes[22];
        long loud = 0;
        for (int at = 46; at + 1 < bytes.length; at += 4) {
            loud += Math.abs((short) (bytes[at] & 0xff | bytes[at + 1] << 8)) > 8_000 ? 1 : 0;
        }
        assertThat(channels).isEqualTo(2);
        // two turns of a second, of which a tone at half of full scale is loud two thirds
        assertThat(loud).isBetween(16_000L, 28_000L);
    }
}
