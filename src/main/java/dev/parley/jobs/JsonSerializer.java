package dev.parley.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.parley.platform.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Job data as JSON: what is stored names no class, so renaming one breaks nothing and a stored
/// value cannot make objects of its choosing (V6).
final class JsonSerializer implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : Json.bytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : Json.stored(new String(bytes, StandardCharsets.UTF_8), type);
    }
}
