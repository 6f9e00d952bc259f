package dev.parley.page;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.List;
import java.util.Locale;

/// Who may talk on the page at `/talk` without a key.
public record PageConfig(Open open) {
    /// Whom the page lets in.
    public enum Open {
        /// Whoever sits at this machine.
        LOOPBACK,
        EVERYONE,
        NOBODY
    }

    private static final Setting<Open> OPEN =
            new Setting<>(
                    "PARLEY_OPEN_PAGE",
                    "loopback",
                    "who talks on the page at /talk without a key: loopback (this machine), everyone or"
                            + " nobody",
                    PageConfig::open);

    public static final List<Setting<?>> SETTINGS = List.of(OPEN);

    public static PageConfig from(Settings settings) {
        return new PageConfig(settings.get(OPEN));
    }

    private static Open open(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "loopback" -> Open.LOOPBACK;
            case "everyone" -> Open.EVERYONE;
            case "nobody" -> Open.NOBODY;
            default -> throw new IllegalArgumentException("must be loopback, everyone or nobody");
        };
    }
}
