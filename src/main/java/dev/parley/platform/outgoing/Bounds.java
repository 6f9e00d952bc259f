package dev.parley.platform.outgoing;

import java.time.Duration;

/// How much a call may cost.
///
/// @param deadline for everything from finding the host to the last byte, redirects included
/// @param maxBytes of the answer, unpacked; what is beyond is cut off
/// @param maxRedirects 0 for none: the answer is then the redirect itself
public record Bounds(Duration deadline, int maxBytes, int maxRedirects) {}
