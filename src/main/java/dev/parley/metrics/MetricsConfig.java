package dev.parley.metrics;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.List;
import java.util.Locale;

/// Who may read the figures.
public record MetricsConfig(Readers readers) {
    /// Whom they are shown.
    public enum Readers {
        /// Programs on this machine.
        LOOPBACK,
        EVERYONE,
        NOBODY
    }

    private static final Setting<Readers> METRICS =
            new Setting<>(
                    "PARLEY_METRICS",
                    "loopback",
                    "who may read /metrics: loopback, everyone or nobody",
                    MetricsConfig::readers);

    public static final List<Setting<?>> SETTINGS = List.of(METRICS);

    public static MetricsConfig from(Settings settings) {
        return new MetricsConfig(settings.get(METRICS));
    }

    private static Readers readers(String name) {
        try {
            return Readers.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be loopback, everyone or nobody", e);
        }
    }
}
