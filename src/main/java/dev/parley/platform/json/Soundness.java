package dev.parley.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Whether a value can be stored and given back unharmed: PostgreSQL keeps no NUL, UTF-8 has no
/// lone surrogates, and a number beyond a double's range is a number to nobody else.
public final class Soundness {
    private static final byte SURROGATES = (byte) 0xED;

    private Soundness() {}

    /// Whether nothing in this valid JSON can be unsound, so that no value has to be looked at: no
    /// `\\u` escape, no byte that begins a surrogate, no other encoding than UTF-8, nothing that
    /// may be a number's exponent.
    public static boolean isPlain(byte[] json) {
        for (int i = 1; i < json.length; i++) {
            byte c = json[i];
            if (c == SURROGATES
                    || c == 0
                    || (c == 'u' && json[i - 1] == '\\')
                    || ((c == 'e' || c == 'E') && json[i - 1] <= '9' && json[i - 1] >= '.')) {
                return false;
            }
        }
        return true;
    }

    /// What is wrong with `text`, if anything.
    public static Optional<String> fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("Text should not contain NUL");
            }
            if (Character.isSurrogate(c)) {
                boolean paired =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return Optional.of("Text should not contain lone surrogates");
                }
                i++;
            }
        }
        return Optional.empty();
    }

    /// The first fault anywhere in `node`, if any. The depth of `node` is bounded by its parser.
    public static Optional<String> fault(JsonNode node) {
        if (node.isTextual()) {
            return fault(node.textValue());
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            return Optional.of("Numbers should be finite");
        }
        for (var name : (Iterable<String>) node::fieldNames) {
            var fault = fault(name);
            if (fault.isPresent()) {
                return fault;
            }
        }
        for (var child : node) {
            var fault = fault(child);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
