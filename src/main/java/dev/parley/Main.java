package dev.parley;

import dev.parley.accounts.FirstStart;
import dev.parley.call.CallCommand;
import dev.parley.call.CallOptions;
import dev.parley.platform.config.SettingsMistaken;
import dev.parley.platform.postgres.PostgresUnavailable;
import dev.parley.talk.Talk;
import dev.parley.talk.TalkFailed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The commands behind `./parley`.
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException, java.io.IOException {
        var command = arguments.length == 0 ? "help" : arguments[0];
        try {
            switch (command) {
                case "up" -> up();
                case "talk" -> talk(List.of(arguments).subList(1, arguments.length));
                case "call" -> call(List.of(arguments).subList(1, arguments.length));
                case "help" -> System.out.println(Config.help());
                case "train" -> Training.run();
                default -> {
                    System.err.println("Parley has no command " + command);
                    System.exit(MISUSED);
                }
            }
        } catch (SettingsMistaken e) {
            System.err.println(e.getMessage());
            System.exit(MISUSED);
        } catch (IllegalStateException | PostgresUnavailable | TalkFailed e) {
            System.err.println("parley: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void up() throws InterruptedException {
        var config = Config.read(System.getenv());
        var parley = Parley.start(config, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(parley::close, "shutdown"));
        announce(config, parley);
        new CountDownLatch(1).await();
    }

    private static void talk(List<String> options) throws InterruptedException {
        if (!options.isEmpty() && !(options.size() == 2 && options.getFirst().equals("--agent"))) {
            System.err.println("Usage: ./parley talk [--agent NAME-or-id]");
            System.exit(MISUSED);
        }
        var agent = options.isEmpty() ? Optional.<String>empty() : Optional.of(options.getLast());
        var config = Config.read(System.getenv());
        var own = config.firstStart().apiKey();
        var dataFolder = config.database().dataFolder();
        var key = own.or(() -> FirstStart.keptKey(dataFolder));
        var keyInShell =
                own.isPresent()
                        ? "$PARLEY_API_KEY"
                        : "$(cat " + FirstStart.keyFile(dataFolder) + ")";
        var console = System.console();
        new Talk(
                        config.http().url(config.http().port()),
                        key.orElseThrow(() -> new TalkFailed(noKey(dataFolder))),
                        keyInShell,
                        System.in,
                        System.out,
                        console != null && console.isTerminal())
                .run(agent);
    }

    private static void call(List<String> arguments) {
        var options = CallOptions.of(arguments);
        var config = Config.read(System.getenv());
        var dataFolder = config.database().dataFolder();
        var key =
                options.key()
                        .or(() -> config.firstStart().apiKey())
                        .or(() -> FirstStart.keptKey(dataFolder))
                        .orElseThrow(() -> new TalkFailed(noKey(dataFolder)));
        var server = options.url().orElseGet(() -> config.http().url(config.http().port()));
        new CallCommand(server, key, options, System.out, new SecureRandom()).run();
    }

    private static String noKey(Path dataFolder) {
        return "No API key: set PARLEY_API_KEY, or start a server here with ./parley up, which keeps"
                + " one in "
                + dataFolder;
    }

    private static void announce(Config config, Parley parley) {
        var key = FirstStart.keptKey(config.database().dataFolder());
        System.out.printf(
                """
                Parley is ready.
                  URL      %s
                  Console  %s
                  Talk     %s
                  API key  %s
                  Data     %s
                """,
                parley.url(),
                parley.firstLink()
                        .map(link -> link + "\n           (this link signs you in once)")
                        .orElseGet(() -> parley.url().resolve("/console/").toString()),
                parley.url().resolve("/talk"),
                config.firstStart().apiKey().isPresent()
                        ? "the value of PARLEY_API_KEY"
                        : key.orElse("(issued before; not kept here)"),
                config.database().dataFolder());
    }
}
