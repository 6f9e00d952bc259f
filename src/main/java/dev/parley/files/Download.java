package dev.parley.files;

import dev.parley.files.blobs.BlobKey;
import dev.parley.files.blobs.BlobStore;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import java.util.Map;

/// A blob as the answer to a request: all of it or the range asked for, never more of it in memory
/// than is on its way.
///
/// @param size bytes
/// @param etag of its bytes, strong, quotes included
/// @param thing what to call it when its bytes are gone
public record Download(BlobKey key, long size, String mediaType, String etag, String thing) {
    public Response of(BlobStore blobs, Request request) {
        var range = ByteRange.of(request, size, etag);
        long from = range.map(ByteRange::from).orElse(0L);
        long length = range.map(ByteRange::length).orElse(size);
        var content = blobs.open(key, from, length).orElseThrow(() -> new Problem.NotFound(thing));
        var response =
                Response.stream(range.isPresent() ? 206 : 200, mediaType, content, length)
                        .with(Map.of("Accept-Ranges", "bytes", "ETag", etag));
        return range.map(part -> response.with("Content-Range", part.of(size))).orElse(response);
    }
}
