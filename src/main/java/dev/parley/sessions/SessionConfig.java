package dev.parley.sessions;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/// How long somebody stays signed in.
public record SessionConfig(Duration life) {
    private static final Setting<Integer> HOURS =
            Setting.number(
                    "PARLEY_SESSION_HOURS", 12, 1, 720, "hours after which people sign in again");

    public static final List<Setting<?>> SETTINGS = List.of(HOURS);

    public static SessionConfig from(Settings settings) {
        return new SessionConfig(Duration.ofHours(settings.get(HOURS)));
    }
}
