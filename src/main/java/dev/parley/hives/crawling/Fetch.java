package dev.parley.hives.crawling;

import java.util.Map;

/// Asks a web server for something, by a client that keeps to the addresses it may call.
@FunctionalInterface
public interface Fetch {
    /// An answer.
    ///
    /// @param headers by their names in lower case
    /// @param isCut whether there was more than is taken
    /// @param url where it came from in the end
    record Fetched(
            int status, Map<String, String> headers, byte[] body, boolean isCut, String url) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /// There was no answer, whatever the reason: telling why would show what is behind a wall (S9).
    final class NoAnswer extends Exception {
        public NoAnswer() {
            super("The address cannot be reached");
        }
    }

    Fetched get(String url, Map<String, String> headers) throws NoAnswer;
}
