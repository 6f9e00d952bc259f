package dev.parley.files.blobs;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps bytes under keys. What is there is whole: a blob whose writing was broken off does not
/// exist. Every method blocks.
///
/// Each may throw [dev.parley.platform.http.Problem.Unavailable] when the store does not answer.
public interface BlobStore extends AutoCloseable {
    /// Stores `content`, whole or not at all, in place of what was there. When this returns, a
    /// crash loses nothing.
    ///
    /// @throws dev.parley.platform.http.Problem.StorageFull when there is no room for it
    void put(BlobKey key, Content content);

    /// `length` bytes from byte `from` on, for the caller to close; empty when there is no such
    /// blob. The stream fails, and does not merely end, when the store breaks off.
    ///
    /// @param length 0 or more; `from` and `length` lie within the blob
    Optional<InputStream> open(BlobKey key, long from, long length);

    /// How many bytes the blob has; empty when there is no such blob.
    OptionalLong size(BlobKey key);

    /// Removes the blob, if it is there.
    void delete(BlobKey key);

    @Override
    void close();
}
