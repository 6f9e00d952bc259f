package dev.parley.live;

/// One use of a tool.
///
/// @param id `dia.…`; its lines in the transcript have it as their message id
/// @param name of the tool
/// @param arguments a JSON object, as text
public record ToolCall(String id, String name, String arguments) {}
