package dev.parley.platform.http;

import java.nio.file.Path;

/// One part of a multipart body, already on disk.
///
/// @param part the form's name for it
/// @param fileName what the client calls the file: data, never a path
/// @param contentType what the client says it is
/// @param file where it is until the request is answered; whoever keeps it moves or copies it
/// @param bytes its size
public record Upload(String part, String fileName, String contentType, Path file, long bytes) {}
