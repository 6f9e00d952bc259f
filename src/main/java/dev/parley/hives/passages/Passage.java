package dev.parley.hives.passages;

import java.util.List;

/// A piece of a source, small enough to be read out or to be shown to a language model.
///
/// @param position its place in the source, from 0
/// @param headings the headings above it, outermost first
public record Passage(int position, List<String> headings, String body) {}
