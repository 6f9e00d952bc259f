package dev.parley.understanding;

/// The languages agents and callers speak; the contract's three.
public enum Language {
    ENGLISH,
    SPANISH,
    HINDI
}
