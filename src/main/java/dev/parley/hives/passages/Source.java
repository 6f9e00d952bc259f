package dev.parley.hives.passages;

import org.jspecify.annotations.Nullable;

/// One document, page or conversation a hive was read from.
///
/// @param id `jot.…`
/// @param place where it was found: a web address, a file's id or a conversation's id; each once in
///   a hive
/// @param title what people call it
/// @param digest SHA-256 of its content in hexadecimal
/// @param etag what the web server wants to hear when it is asked again; likewise `lastModified`
public record Source(
        String id,
        String place,
        String title,
        String digest,
        @Nullable String etag,
        @Nullable String lastModified) {}
