package dev.parley.hives;

/// What kind of source a hive is; names are the contract's.
public enum HiveType {
    /// A page, and those it links to.
    WEBSITE,
    GOOGLE_DOCS,
    /// Files that were uploaded.
    DOCS,
    /// What was said in earlier conversations.
    TRANSCRIPTS
}
