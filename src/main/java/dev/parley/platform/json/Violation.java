package dev.parley.platform.json;

import java.util.List;

/// One rejected value of a request, in the form of the contract's 422 answer.
///
/// @param loc where: `body`, `query` or `path`, then field names and indexes
/// @param msg why, for people
/// @param type why, for programs
public record Violation(List<Object> loc, String msg, String type) {}
