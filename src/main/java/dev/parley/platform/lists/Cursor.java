package dev.parley.platform.lists;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in one list of one organization: the position of the last record that was answered,
/// behind a digest of it and of what was asked, so that a cursor for another list, another question
/// or another organization is noticed. It needs no secret: whoever makes one up only chooses where
/// in their own records to begin, because the organization is the caller's.
final class Cursor {
    /// Cursors travel in an address; a record whose field makes a longer one ends its list.
    private static final int MAX_LENGTH = 3_000;

    private static final int DIGEST_BYTES = 9;

    private Cursor() {}

    /// Empty when the position is too long to be sent.
    static Optional<String> write(String asked, List<@Nullable String> position) {
        var json = Json.bytes(position);
        var bytes =
                ByteBuffer.allocate(DIGEST_BYTES + json.length)
                        .put(digest(asked, json))
                        .put(json)
                        .array();
        var cursor = encoded(bytes);
        return cursor.length() > MAX_LENGTH ? Optional.empty() : Optional.of(cursor);
    }

    /// The position `cursor` holds.
    ///
    /// @throws Problem.Invalid when it is not a cursor of what was asked
    static List<@Nullable String> read(String asked, String cursor, Order order) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var json =
                    Arrays.copyOfRange(bytes, Math.min(DIGEST_BYTES, bytes.length), bytes.length);
            var digest = Arrays.copyOf(bytes, Math.min(DIGEST_BYTES, bytes.length));
            if (Arrays.equals(digest, digest(asked, json)) && cursor.equals(encoded(bytes))) {
                return position(Json.parse(json), order);
            }
        } catch (IllegalArgumentException | IOException _) {
            // falls through to the one message for every mistake
        }
        throw invalid();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Problem invalid() {
        return new Problem.Invalid(
                "query",
                "cursor",
                "Should be the X-Next-Cursor of the same list, asked the same way",
                "cursor_invalid");
    }

    private static List<@Nullable String> position(JsonNode json, Order order) {
        var position = new ArrayList<@Nullable String>();
        for (var value : json) {
            position.add(value.isNull() ? null : value.asText());
        }
        boolean isComplete =
                position.size() == order.columns().size()
                        && position
                                .subList(Math.max(0, position.size() - 2), position.size())
                                .stream()
                                .noneMatch(value -> value == null);
        if (!isComplete) {
            throw invalid();
        }
        return position;
    }

    private static byte[] digest(String asked, byte[] json) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(asked.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return Arrays.copyOf(sha.digest(json), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
