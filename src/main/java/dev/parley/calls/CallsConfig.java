package dev.parley.calls;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.List;

/// How many calls this server takes.
public record CallsConfig(int maxCalls) {
    private static final Setting<Integer> MAX_CALLS =
            Setting.number(
                    "PARLEY_MAX_CALLS", 500, 1, 100_000, "live conversations this server takes");

    public static final List<Setting<?>> SETTINGS = List.of(MAX_CALLS);

    public static CallsConfig from(Settings settings) {
        return new CallsConfig(settings.get(MAX_CALLS));
    }
}
