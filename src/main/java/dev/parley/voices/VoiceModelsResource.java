package dev.parley.voices;

import dev.parley.accounts.Authentication;
import dev.parley.files.Download;
import dev.parley.files.blobs.BlobStore;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/// The list of voices, and the recordings in which they can be heard.
public final class VoiceModelsResource {
    private static final String THING = "Voice model";

    private final VoiceCatalogue catalogue;
    private final Previews previews;
    private final BlobStore blobs;
    private final Supplier<URI> publicUrl;

    /// @param publicUrl how clients reach this server; asked per request, known once it listens
    public VoiceModelsResource(
            VoiceCatalogue catalogue, Previews previews, BlobStore blobs, Supplier<URI> publicUrl) {
        this.catalogue = catalogue;
        this.previews = previews;
        this.blobs = blobs;
        this.publicUrl = publicUrl;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/voice-models", access.toRead(), _ -> listVoiceModels()),
                Route.get(
                        "/v1/voice-models/:model_id/preview",
                        Access.PUBLIC,
                        this::getVoicePreview));
    }

    private Response listVoiceModels() {
        var base = publicUrl.get().toString().replaceFirst("/$", "");
        return Response.ok(catalogue.models(id -> base + "/v1/voice-models/" + id + "/preview"));
    }

    private Response getVoicePreview(Request request) {
        var entry =
                catalogue
                        .find(request.id("model_id", THING))
                        .orElseThrow(() -> new Problem.NotFound(THING));
        var preview = previews.of(entry);
        var etag = "\"" + preview.key().value().replace('/', '-') + "\"";
        return new Download(preview.key(), preview.size(), "audio/wav", etag, THING)
                .of(blobs, request)
                .with("Cache-Control", "public, max-age=86400");
    }
}
