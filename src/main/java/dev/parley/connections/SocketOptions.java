package dev.parley.connections;

import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Violation;
import java.util.ArrayList;
import java.util.List;

/// What a client asks of its socket.
///
/// @param events whether it wants to be told what goes on, in frames the contract does not have
record SocketOptions(boolean events) {
    /// @param audio every value of `audio` in the query
    /// @param events every value of `events` in the query
    /// @throws Problem.Invalid when this server does not serve what is asked for
    static SocketOptions of(List<String> audio, List<String> events) {
        var violations = new ArrayList<Violation>();
        if (!audio.isEmpty() && !audio.equals(List.of("none"))) {
            violations.add(violation("audio", "This server serves: none", "audio_not_served"));
        }
        var known = List.of(List.of(), List.of("true"), List.of("false"));
        if (!known.contains(events)) {
            violations.add(violation("events", "Input should be true or false", "bool_parsing"));
        }
        if (!violations.isEmpty()) {
            throw new Problem.Invalid(violations);
        }
        return new SocketOptions(events.equals(List.of("true")));
    }

    private static Violation violation(String name, String message, String type) {
        return new Violation(List.of("query", name), message, type);
    }
}
