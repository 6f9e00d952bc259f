package dev.parley.platform.lists;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Records as they are stored, with some of their fields only. The bytes are passed through: values
/// are found by their brackets and quotes and never read.
final class Parts {
    private final byte[] json;
    private int at;

    private Parts(byte[] json) {
        this.json = json;
    }

    /// The object `json` with those of its fields that `names` holds.
    static byte[] of(byte[] json, Set<String> names) {
        return new Parts(json).pick(names);
    }

    private byte[] pick(Set<String> names) {
        var out = new ByteArrayOutputStream(256);
        out.write('{');
        at = 1;
        while (json[skipBlanks()] != '}') {
            if (json[at] == ',') {
                at++;
                continue;
            }
            int begin = at;
            skipText();
            var name = new String(json, begin + 1, at - begin - 2, StandardCharsets.UTF_8);
            skipBlanks();
            at++;
            skipBlanks();
            skipValue();
            if (names.contains(name)) {
                if (out.size() > 1) {
                    out.write(',');
                }
                out.write(json, begin, at - begin);
            }
        }
        out.write('}');
        return out.toByteArray();
    }

    private int skipBlanks() {
        while (json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
        return at;
    }

    private void skipValue() {
        int depth = 0;
        while (true) {
            byte c = json[at];
            if (c == '"') {
                skipText();
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return;
                }
                depth--;
                at++;
            } else if (c == ',' && depth == 0) {
                return;
            } else {
                at++;
                continue;
            }
            if (depth == 0) {
                return;
            }
        }
    }

    private void skipText() {
        at++;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at++;
    }
}
