package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TalkIT {
    private static final String LINES =
            """
            Hi, my name is Ana Torres.
            When do you open?
            My number is 415 555 2671.
            """;

    private static TestServer server;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        Given.agent(server.api());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void talksLineByLineAndShowsWhatWasKept() throws Exception {
        talk(server.url(), TestServer.KEY).run(Optional.empty());

        assertThat(shown())
                .startsWith("You are talking to Mira (receptionist).")
                .contains("Mira> Hello!\nYou> Hi, my name is Ana Torres.\nMira> ")
                .contains("You> My number is 415 555 2671.\nMira> ")
                .contains("The conversation has ended: user hangup")
                .containsPattern("Name +Ana Torres\n")
                .containsPattern("Prospect +pro\\.")
                .contains("curl -H \"Authorization: Bearer $KEY\" " + server.url())
                .doesNotContain(TestServer.KEY, "\033");
    }

    @Test
    void findsAnAgentByName() throws Exception {
        talk(server.url(), TestServer.KEY).run(Optional.of("mira"));

        assertThat(shown()).contains("You are talking to Mira");
        assertThatThrownBy(() -> talk(server.url(), TestServer.KEY).run(Optional.of("Nobody")))
                .isInstanceOf(TalkFailed.class)
                .hasMessage("No agent has the name or id Nobody.");
    }

    @Test
    void saysWhyThereIsNoConversation() {
        var nowhere = URI.create("http://127.0.0.1:9");

        assertThatThrownBy(() -> talk(nowhere, TestServer.KEY).run(Optional.empty()))
                .hasMessageContaining("Start one with ./parley up");
        assertThatThrownBy(() -> talk(server.url(), "x".repeat(40)).run(Optional.empty()))
                .hasMessageContaining("does not accept this API key");
    }

    private Talk talk(URI url, String key) {
        var in = new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8));
        var out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new Talk(url, key, "$KEY", in, out, false);
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
