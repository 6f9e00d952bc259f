package dev.parley.recordings;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.List;
import java.util.Locale;

/// What is recorded, and for how long it is kept.
///
/// @param days 0 for ever
public record RecordingConfig(When when, int days) {
    /// Whose calls are recorded.
    public enum When {
        ALWAYS,
        /// Those of callers who agree when the agent asks them.
        ASK,
        NEVER
    }

    private static final Setting<When> RECORDING =
            new Setting<>(
                    "PARLEY_RECORDING",
                    "always",
                    "record spoken calls: always, ask (nothing is written before the caller"
                            + " agrees) or never",
                    RecordingConfig::when);
    private static final Setting<Integer> DAYS =
            Setting.number(
                    "PARLEY_RECORDING_DAYS", 0, 0, 36_500, "days recordings are kept; 0 for ever");

    public static final List<Setting<?>> SETTINGS = List.of(RECORDING, DAYS);

    public static RecordingConfig from(Settings settings) {
        return new RecordingConfig(settings.get(RECORDING), settings.get(DAYS));
    }

    private static When when(String name) {
        try {
            return When.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be always, ask or never", e);
        }
    }
}
