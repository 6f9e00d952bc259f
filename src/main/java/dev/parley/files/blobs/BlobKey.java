package dev.parley.files.blobs;

import java.util.regex.Pattern;

/// The name of a blob: ids with slashes between them, for example an organization's and a file's.
/// What people call a file never becomes part of it (F8).
///
/// @throws IllegalArgumentException when it is not made of 2 to 4 ids
public record BlobKey(String value) {
    private static final Pattern KEY =
            Pattern.compile(
                    "[A-Za-z0-9_-][A-Za-z0-9._-]{0,95}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,95}){1,3}");

    public BlobKey {
        if (!KEY.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the key of a blob");
        }
    }

    /// The blob `id` of `owner`.
    public static BlobKey of(String owner, String id) {
        return new BlobKey(owner + '/' + id);
    }

    /// All but the last id.
    String folder() {
        return value.substring(0, value.lastIndexOf('/'));
    }

    @Override
    public String toString() {
        return value;
    }
}
