package dev.parley.platform.outgoing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to somebody outside.
///
/// @param headers what the caller wants sent; those that frame a message are refused
public record Call(
        String method,
        String url,
        Map<String, String> headers,
        byte @Nullable [] body,
        Bounds bounds) {}
