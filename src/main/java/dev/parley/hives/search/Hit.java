package dev.parley.hives.search;

/// A passage that may answer, and what speaks for it.
///
/// @param at the passage's number in `index`
/// @param text how well its words match, by BM25
/// @param covered the part of what the question's words weigh that it has, from 0 to 1
/// @param likeness of its meaning to that of the question, up to 1
record Hit(HiveIndex index, int at, float text, float covered, float likeness) {}
