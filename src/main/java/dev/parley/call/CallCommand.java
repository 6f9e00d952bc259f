package dev.parley.call;

import dev.parley.call.CallOptions.Saying;
import dev.parley.call.lines.BrowserLine;
import dev.parley.call.lines.Heard;
import dev.parley.call.lines.Heard.Closed;
import dev.parley.call.lines.Heard.Sentence;
import dev.parley.call.lines.Heard.Silenced;
import dev.parley.call.lines.Heard.Told;
import dev.parley.call.lines.Heard.TurnEnded;
import dev.parley.call.lines.Heard.Voice;
import dev.parley.call.lines.Line;
import dev.parley.call.lines.Ring;
import dev.parley.call.lines.TwilioLine;
import dev.parley.call.sound.Sound;
import dev.parley.call.sound.Wav;
import dev.parley.talk.Api;
import dev.parley.talk.TalkFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/// One call from the terminal: rings, speaks, listens, and says how long everything took.
public final class CallCommand {
    private static final String FROM = "+15005550006";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final URI server;
    private final Api api;
    private final CallOptions options;
    private final PrintStream out;
    private final RandomGenerator random;

    public CallCommand(
            URI server, String key, CallOptions options, PrintStream out, RandomGenerator random) {
        this.server = server;
        this.api = new Api(server, key);
        this.options = options;
        this.out = out;
        this.random = random;
    }

    /// @throws TalkFailed when there is no call
    public void run() {
        var agent = api.agent(options.agent());
        var line = open(agent.path("id").asText());
        out.printf("Calling %s as %s.%n", agent.path("name").asText(), options.as());
        long start = System.nanoTime();
        var telephone =
                new Telephone(line, heard, options.interruptAfter(), next -> show(next, start));
        var exchanges = telephone.run(utterances(line.rate()));
        report(telephone, exchanges);
        options.out().ifPresent(file -> keep(telephone, file));
    }

    private Line open(String agent) {
        return switch (options.as()) {
            case BROWSER -> BrowserLine.spoken(client, socket(agent), heard::add);
            case TYPED -> BrowserLine.typed(client, socket(agent), heard::add);
            case TWILIO -> {
                var to = options.to().orElseGet(() -> numberOf(agent));
                var number = "%016x%016x".formatted(random.nextLong(), random.nextLong());
                var ring = Ring.at(client, server, FROM, to, number);
                yield TwilioLine.open(client, ring, heard::add);
            }
        };
    }

    private String socket(String agent) {
        return api.connect(agent).path("socketUrl").asText();
    }

    private String numberOf(String agent) {
        return api.phones(agent)
                .findFirst()
                .orElseThrow(() ->
                        new TalkFailed(
                                "The agent has no telephone number: --to names one, POST"
                                        + " /v1/telephony/phones buys one."));
    }

    private List<Utterance> utterances(int rate) {
        return options.say().stream().map(saying -> utterance(saying, rate)).toList();
    }

    private Utterance utterance(Saying saying, int rate) {
        return switch (saying) {
            case Saying.Text(var text) when options.as() == CallOptions.As.TYPED ->
                    new Utterance(text, Sound.silence(rate, 0));
            case Saying.Text(var text) -> new Utterance(text, Espeak.say(text).at(rate));
            case Saying.File(var path) ->
                    new Utterance("(" + path.getFileName() + ")", read(path).trimmed().at(rate));
        };
    }

    private static Sound read(Path path) {
        try {
            return Wav.read(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new TalkFailed("Cannot play " + path + ": " + e.getMessage());
        }
    }

    private void show(Heard next, long start) {
        double seconds = (next.at() - start) / 1e9;
        switch (next) {
            case Sentence(_, var text) -> out.printf("%7.3f  agent   %s%n", seconds, text);
            case Silenced _ -> out.printf("%7.3f  (the agent stops)%n", seconds);
            case Told(_, var event) -> out.printf("%7.3f  %s%n", seconds, event);
            case Closed(_, var code, var reason) ->
                    out.printf("%7.3f  line closed: %s (%d)%n", seconds, reason, code);
            case Voice _, TurnEnded _ -> {}
        }
    }

    private void report(Telephone telephone, List<Exchange> exchanges) {
        out.printf("%nanswered  last sound  stopped  (ms; the latter two after an interruption)%n");
        for (var exchange : exchanges) {
            out.printf(
                    "%8s  %10s  %7s  %s%n",
                    millis(exchange.untilAnswer()),
                    millis(exchange.untilLastVoice()),
                    millis(exchange.untilSilenced()),
                    exchange.words().isEmpty() ? "(greeting)" : exchange.words());
        }
        var gaps = telephone.playback().gaps();
        out.printf(
                "gaps %d, the longest %s ms; most sent ahead %d ms%n",
                gaps.size(),
                millis(gaps.stream().max(Duration::compareTo)),
                telephone.playback().longestLead().toMillis());
    }

    private void keep(Telephone telephone, Path file) {
        try {
            telephone.write(file);
            out.printf("Written: %s (left what was said, right what was heard)%n", file);
        } catch (IOException e) {
            throw new TalkFailed("Cannot write " + file + ": " + e.getMessage());
        }
    }

    private static String millis(Optional<Duration> duration) {
        return duration.map(time -> Long.toString(time.toMillis())).orElse("-");
    }
}
