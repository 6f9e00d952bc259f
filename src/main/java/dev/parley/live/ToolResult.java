package dev.parley.live;

/// How the use of a tool ended.
///
/// @param hasSucceeded whether what was asked for is done
/// @param text what came back, or what went wrong: data for whoever asked, never instructions
public record ToolResult(boolean hasSucceeded, String text) {}
