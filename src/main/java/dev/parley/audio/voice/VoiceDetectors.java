package dev.parley.audio.voice;

import io.github.givimad.libfvadjni.VoiceActivityDetector.Mode;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every line a detector of its own.
public final class VoiceDetectors {
    private static final Logger log = LoggerFactory.getLogger(VoiceDetectors.class);

    private final Supplier<VoiceDetector> make;

    private VoiceDetectors(Supplier<VoiceDetector> make) {
        this.make = make;
    }

    /// Loads what is chosen.
    ///
    /// @throws IllegalStateException when the native library was asked for by name and is not here
    public static VoiceDetectors of(VoiceConfig config) {
        return switch (config.choice()) {
            case ENERGY -> new VoiceDetectors(EnergyVoiceDetector::new);
            case WEBRTC, AUTO -> {
                try {
                    WebRtcVoiceDetector.load();
                    yield new VoiceDetectors(() -> new WebRtcVoiceDetector(Mode.VERY_AGGRESSIVE));
                } catch (IOException | UnsatisfiedLinkError e) {
                    yield without(config, e);
                }
            }
        };
    }

    private static VoiceDetectors without(VoiceConfig config, Throwable cause) {
        if (config.choice() == VoiceConfig.Choice.WEBRTC) {
            throw new IllegalStateException(
                    "PARLEY_VAD=webrtc: the native library does not load here; set it to auto",
                    cause);
        }
        log.info("WebRTC's voice detector does not load here; the built-in one listens");
        return new VoiceDetectors(EnergyVoiceDetector::new);
    }

    public VoiceDetector open() {
        return make.get();
    }
}
