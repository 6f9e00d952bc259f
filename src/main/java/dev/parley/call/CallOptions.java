package dev.parley.call;

import dev.parley.talk.TalkFailed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `./parley call` was asked to do.
///
/// @param say texts and sounds, in the order they are said
/// @param to the number that is called as a carrier would; empty for the first of the agent
public record CallOptions(
        As as,
        List<Saying> say,
        Optional<Path> out,
        Optional<String> agent,
        Optional<String> to,
        Optional<Duration> interruptAfter,
        Optional<URI> url,
        Optional<String> key) {
    public static final String USAGE =
            """
            Usage: ./parley call [--as browser|twilio|typed] [--say TEXT | --wav FILE]…
                                 [--interrupt MILLISECONDS] [--out heard.wav]
                                 [--agent NAME-or-id] [--to NUMBER] [--url URL] [--key KEY]\
            """;

    /// What the server is called by.
    public enum As {
        BROWSER,
        TWILIO,
        TYPED
    }

    /// Something to say.
    public sealed interface Saying {
        record Text(String text) implements Saying {}

        record File(Path path) implements Saying {}
    }

    /// @throws TalkFailed when they are not what [#USAGE] says
    public static CallOptions of(List<String> arguments) {
        var given = new Given();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new TalkFailed(USAGE);
            }
            given.take(arguments.get(i), arguments.get(i + 1));
        }
        return given.options();
    }

    private static final class Given {
        private As as = As.BROWSER;
        private final List<Saying> say = new ArrayList<>();
        private Optional<Path> out = Optional.empty();
        private Optional<String> agent = Optional.empty();
        private Optional<String> to = Optional.empty();
        private Optional<Duration> interruptAfter = Optional.empty();
        private Optional<URI> url = Optional.empty();
        private Optional<String> key = Optional.empty();

        void take(String name, String value) {
            switch (name) {
                case "--as" -> as = as(value);
                case "--say" -> say.add(new Saying.Text(value));
                case "--wav" -> say.add(new Saying.File(Path.of(value)));
                case "--out" -> out = Optional.of(Path.of(value));
                case "--agent" -> agent = Optional.of(value);
                case "--to" -> to = Optional.of(value);
                case "--interrupt" -> interruptAfter = Optional.of(millis(value));
                case "--url" -> url = Optional.of(URI.create(value.replaceFirst("/+$", "")));
                case "--key" -> key = Optional.of(value);
                default -> throw new TalkFailed(USAGE);
            }
        }

        private static As as(String value) {
            return switch (value) {
                case "browser" -> As.BROWSER;
                case "twilio" -> As.TWILIO;
                case "typed" -> As.TYPED;
                default -> throw new TalkFailed(USAGE);
            };
        }

        private static Duration millis(String value) {
            if (!value.matches("\\d{1,5}")) {
                throw new TalkFailed(USAGE);
            }
            return Duration.ofMillis(Long.parseLong(value));
        }

        CallOptions options() {
            return new CallOptions(as, List.copyOf(say), out, agent, to, interruptAfter, url, key);
        }
    }
}
