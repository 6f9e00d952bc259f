package dev.parley.recordings;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.conversations.ConversationId;
import dev.parley.files.Download;
import dev.parley.files.blobs.BlobStore;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.List;

/// `GET /v1/conversations/{conversation_id}/recording`: what was recorded of a call, whole or in
/// parts.
public final class RecordingsResource {
    private static final String THING = "Recording";

    private final Recordings recordings;
    private final BlobStore blobs;

    public RecordingsResource(Recordings recordings, BlobStore blobs) {
        this.recordings = recordings;
        this.blobs = blobs;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get(
                        "/v1/conversations/:conversation_id/recording",
                        access.toRead(),
                        this::getRecording));
    }

    private Response getRecording(Request request) {
        var org = Caller.of(request).org();
        var conversation = new ConversationId(request.id("conversation_id", THING));
        var bytes = recordings.bytes(org, conversation);
        if (bytes.isEmpty()) {
            throw new Problem.NotFound(THING);
        }
        var etag = "\"" + conversation.value() + "-" + bytes.getAsLong() + "\"";
        return new Download(
                        Recordings.key(org, conversation),
                        bytes.getAsLong(),
                        "audio/wav",
                        etag,
                        THING)
                .of(blobs, request)
                .with("Cache-Control", "private");
    }
}
