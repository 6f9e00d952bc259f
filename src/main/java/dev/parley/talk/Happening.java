package dev.parley.talk;

import com.fasterxml.jackson.databind.JsonNode;

/// What can happen while one talks: at the terminal or on the socket.
sealed interface Happening {
    record Typed(String line) implements Happening {}

    /// The input has come to its end.
    record NothingMore() implements Happening {}

    record Received(JsonNode frame) implements Happening {}

    record Closed(int code, String reason) implements Happening {}
}
