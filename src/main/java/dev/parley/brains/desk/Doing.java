package dev.parley.brains.desk;

/// A tool that is to be used now: the caller agreed.
///
/// @param arguments a JSON object, as text
/// @param task what it is for
public record Doing(String tool, String arguments, Task task) {}
