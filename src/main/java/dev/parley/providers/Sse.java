package dev.parley.providers;

import dev.parley.providers.ProviderFailure.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes the data of server-sent events out of bytes as they come, however they are cut. Comments
/// and other fields are skipped; an event that was never finished does not count.
final class Sse {
    static final int MAX_LINE_BYTES = 64 * 1024;
    static final int MAX_TOTAL_BYTES = 1024 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> data = new ArrayList<>();
    private boolean afterReturn;
    private boolean atStart = true;
    private long total;

    /// The data of every event that the first `count` of `bytes` complete.
    ///
    /// @throws ProviderFailure when a line or the whole is too long
    List<String> accept(byte[] bytes, int count) {
        total += count;
        if (total > MAX_TOTAL_BYTES) {
            throw new ProviderFailure(Reason.GARBAGE, "an answer of more than 1 MiB");
        }
        var events = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            byte next = bytes[i];
            if (next == '\r' || next == '\n') {
                if (next == '\r' || !afterReturn) {
                    endLine(events);
                }
            } else {
                append(next);
            }
            afterReturn = next == '\r';
        }
        return events;
    }

    private void append(byte next) {
        if (line.size() == MAX_LINE_BYTES) {
            throw new ProviderFailure(Reason.GARBAGE, "a line of more than 64 KiB");
        }
        line.write(next);
    }

    private void endLine(List<String> events) {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (atStart && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        atStart = false;
        if (text.isEmpty()) {
            if (!data.isEmpty()) {
                events.add(String.join("\n", data));
                data.clear();
            }
        } else if (text.startsWith("data:")) {
            data.add(text.substring(text.startsWith("data: ") ? 6 : 5));
        } else if (text.equals("data")) {
            data.add("");
        }
    }
}
