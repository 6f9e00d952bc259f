package dev.parley.files;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.accounts.OrgId;
import dev.parley.files.blobs.BlobKey;
import dev.parley.files.kinds.FileKind;

/// A file that was uploaded, as stored. What the API answers has an address besides, which expires:
/// see [FileLinks#answer].
///
/// @param fileName what its owner calls it: text, never a path
/// @param bytes its size
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record FileRecord(
        FileId id,
        OrgId orgId,
        String fileName,
        FileKind kind,
        long bytes,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    /// Where its bytes are.
    @JsonIgnore
    public BlobKey blob() {
        return BlobKey.of(orgId.value(), id.value());
    }
}
