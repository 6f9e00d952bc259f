package dev.parley.hives.documents;

import java.util.List;

/// A stretch of text under one heading.
///
/// @param headings the headings above it, outermost first
/// @param text blocks with an empty line between them; the lines of one block belong together: a
///   paragraph, a list, a table with a line for each row
public record Section(List<String> headings, String text) {}
