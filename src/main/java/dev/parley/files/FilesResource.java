package dev.parley.files;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.files.blobs.BlobStore;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The operations on files: sending, fetching, removing.
public final class FilesResource {
    private static final String THING = "File";
    private static final int MAX_IDS = 100;

    private final Database database;
    private final FileStore files;
    private final BlobStore blobs;
    private final FileLinks links;
    private final UploadFiles upload;
    private final DiscardBlobs discard;
    private final InstantSource clock;

    public FilesResource(
            Database database,
            FileStore files,
            BlobStore blobs,
            FileLinks links,
            UploadFiles upload,
            DiscardBlobs discard,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.blobs = blobs;
        this.links = links;
        this.upload = upload;
        this.discard = discard;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.upload("/v1/files", access.toWrite(), request -> upload(request, false)),
                Route.upload("/v1/audio-files", access.toWrite(), request -> upload(request, true)),
                Route.delete("/v1/files", access.toWrite(), this::deleteFiles),
                Route.get("/v1/files/:file_id/content", Access.PUBLIC, this::getFileContent));
    }

    private Response upload(Request request, boolean onlySound) {
        // the contract has it and says nothing of it
        request.query("validator");
        var stored = upload.run(Caller.of(request), request.uploads(), onlySound);
        return Response.ok(stored.stream().map(links::answer).toList());
    }

    /// True when all of the files were there. What is there is deleted in any case.
    private Response deleteFiles(Request request) {
        var org = Caller.of(request).org();
        var wanted = request.queryAll("file_ids");
        if (wanted.isEmpty() || wanted.size() > MAX_IDS) {
            throw new Problem.Invalid(
                    "query", "file_ids", "Name 1 to " + MAX_IDS + " files", "missing");
        }
        var deleted =
                database.transact(
                        org,
                        tx -> {
                            var gone = files.delete(tx, org, wanted);
                            if (!gone.isEmpty()) {
                                discard.after(tx, org, gone);
                            }
                            return gone;
                        });
        discard.hurry();
        return Response.ok(deleted.size() == wanted.size());
    }

    private Response getFileContent(Request request) {
        var id = new FileId(request.id("file_id", THING));
        var org = new OrgId(request.query("org").orElse(""));
        var until =
                links.check(
                        org.value(),
                        id.value(),
                        request.query("expires").orElse(""),
                        request.query("signature").orElse(""));
        var file =
                database.transact(org, tx -> files.find(tx, org, id))
                        .orElseThrow(() -> new Problem.NotFound(THING));
        var kind = file.kind();
        var etag = "\"" + file.id() + "\"";
        var age = Duration.between(clock.instant(), until).toSeconds();
        return new Download(file.blob(), file.bytes(), kind.mediaType(), etag, THING)
                .of(blobs, request)
                .with(
                        Map.of(
                                "Content-Disposition",
                                FileName.disposition(file.fileName(), kind.isInline()),
                                "Content-Security-Policy",
                                "sandbox; default-src 'none'",
                                "Cache-Control",
                                "private, immutable, max-age=" + age,
                                "Referrer-Policy",
                                "no-referrer"));
    }
}
