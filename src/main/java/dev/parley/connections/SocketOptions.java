package dev.parley.connections;

import dev.parley.audio.AudioFormat;
import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a client asks of its socket.
///
/// @param audio how sound travels; empty for a conversation that is typed
/// @param isBinary whether sound travels in binary frames, not in JSON
/// @param events whether it wants to be told what goes on, in frames the contract does not have
record SocketOptions(Optional<AudioFormat> audio, boolean isBinary, boolean events) {
    private static final String NO_AUDIO = "none";

    /// @param audio every value of `audio` in the query; likewise the others
    /// @throws Problem.Invalid when this server does not serve what is asked for
    static SocketOptions of(List<String> audio, List<String> frames, List<String> events) {
        var violations = new ArrayList<Violation>();
        var format = audio.isEmpty() ? AudioFormat.PCM_F32LE_44100.wire() : audio.getFirst();
        var known = AudioFormat.of(format);
        if (audio.size() > 1 || known.isEmpty() && !format.equals(NO_AUDIO)) {
            violations.add(violation("audio", "This server serves: " + all(), "audio_not_served"));
        }
        if (!isOneOf(frames, "json", "binary")) {
            violations.add(violation("frames", "Input should be json or binary", "enum"));
        }
        if (!isOneOf(events, "true", "false")) {
            violations.add(violation("events", "Input should be true or false", "bool_parsing"));
        }
        if (!violations.isEmpty()) {
            throw new Problem.Invalid(violations);
        }
        return new SocketOptions(
                known, frames.equals(List.of("binary")), events.equals(List.of("true")));
    }

    private static boolean isOneOf(List<String> values, String... known) {
        return values.isEmpty()
                || values.size() == 1 && Arrays.asList(known).contains(values.getFirst());
    }

    private static String all() {
        return Arrays.stream(AudioFormat.values())
                .map(AudioFormat::wire)
                .collect(Collectors.joining(", ", "", ", " + NO_AUDIO));
    }

    private static Violation violation(String name, String message, String type) {
        return new Violation(List.of("query", name), message, type);
    }
}
