package dev.parley.audio.voice;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.List;
import java.util.Locale;

/// Which detector tells voice from other sound.
public record VoiceConfig(Choice choice) {
    /// What may be chosen.
    public enum Choice {
        /// WebRTC's where its native library loads, our own elsewhere.
        AUTO,
        WEBRTC,
        ENERGY
    }

    private static final Setting<Choice> DETECTOR =
            new Setting<>(
                    "PARLEY_VAD",
                    "auto",
                    "who tells voice from noise: webrtc (native), energy (pure Java), or auto",
                    VoiceConfig::choice);

    public static final List<Setting<?>> SETTINGS = List.of(DETECTOR);

    public static VoiceConfig from(Settings settings) {
        return new VoiceConfig(settings.get(DETECTOR));
    }

    private static Choice choice(String name) {
        try {
            return Choice.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be auto, webrtc or energy", e);
        }
    }
}
