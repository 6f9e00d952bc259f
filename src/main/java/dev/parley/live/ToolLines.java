package dev.parley.live;

import dev.parley.live.SessionEvent.OfTool;
import dev.parley.live.SessionEvent.ToolAnswered;
import dev.parley.live.SessionEvent.ToolAsked;
import dev.parley.platform.time.Timestamps;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;

/// What the transcript keeps of a tool's use: what was asked for and what came back, two lines with
/// one message id.
final class ToolLines {
    private ToolLines() {}

    static TranscriptLine of(OfTool used, Instant at) {
        return switch (used) {
            case ToolAsked(var call) -> line(Speaker.TOOL_REQUEST, request(call), call, at);
            case ToolAnswered(var call, var result) -> line(Speaker.TOOL, result.text(), call, at);
        };
    }

    private static String request(ToolCall call) {
        return "{\"name\":\"" + call.name() + "\",\"arguments\":" + call.arguments() + "}";
    }

    private static TranscriptLine line(Speaker speaker, String text, ToolCall call, Instant at) {
        return new TranscriptLine(speaker, text, Timestamps.write(at), call.id());
    }
}
