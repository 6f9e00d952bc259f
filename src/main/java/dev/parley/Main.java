package dev.parley;

import dev.parley.accounts.FirstStart;
import dev.parley.platform.config.SettingsMistaken;
import dev.parley.platform.postgres.PostgresUnavailable;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/// The commands behind `./parley`.
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        var command = arguments.length == 0 ? "help" : arguments[0];
        try {
            switch (command) {
                case "up" -> up();
                case "help" -> System.out.println(Config.help());
                default -> {
                    System.err.println("Parley has no command " + command);
                    System.exit(MISUSED);
                }
            }
        } catch (SettingsMistaken e) {
            System.err.println(e.getMessage());
            System.exit(MISUSED);
        } catch (IllegalStateException | PostgresUnavailable e) {
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

    private static void announce(Config config, Parley parley) {
        var key = FirstStart.keptKey(config.database().dataFolder());
        System.out.printf(
                """
                Parley is ready.
                  URL      %s
                  API key  %s
                  Data     %s
                """,
                parley.url(),
                config.firstStart().apiKey().isPresent()
                        ? "the value of PARLEY_API_KEY"
                        : key.orElse("(issued before; not kept here)"),
                config.database().dataFolder());
    }
}
