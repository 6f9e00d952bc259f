package dev.parley.platform.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads the body of one request on its event loop, within limits of size and time: as bytes, or
/// the files of a form straight to disk.
final class BodyReader {
    private static final int MAX_FILES = 20;
    private static final int UPLOAD_SECONDS = 600;
    private static final String FORM = "multipart/form-data";

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final boolean takesFiles;
    private final UploadFolder folder;
    private final long maxBytes;
    private final int seconds;
    private final Consumer<Problem> refused;

    private final Buffer body = Buffer.buffer();
    private final List<HttpServerFileUpload> parts = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Future<Void>> written = new ArrayList<>();
    private long read;
    private boolean isOver;

    /// @param maxUpload the largest form, bytes
    /// @param refused told why the rest of the body is not read
    BodyReader(
            RoutingContext context,
            boolean takesFiles,
            UploadFolder folder,
            long maxUpload,
            Consumer<Problem> refused) {
        this.context = context;
        this.request = context.request();
        this.takesFiles = takesFiles;
        this.folder = folder;
        this.maxBytes = takesFiles ? maxUpload : HttpServer.MAX_BODY;
        this.seconds = takesFiles ? UPLOAD_SECONDS : HttpServer.BODY_SECONDS;
        this.refused = refused;
    }

    /// What was read.
    interface Done {
        void accept(byte[] body, List<Upload> uploads);
    }

    void read(Done done) {
        if (declaredBytes() > maxBytes) {
            refuse(new Problem.TooLarge(maxBytes));
        } else if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            refuse(new Problem.UnsupportedMediaType("Send the body uncompressed"));
        } else if (takesFiles && !isForm()) {
            refuse(new Problem.UnsupportedMediaType("Send the files as " + FORM));
        } else {
            receive(done);
        }
    }

    private void receive(Done done) {
        long deadline =
                context.vertx().setTimer(seconds * 1_000L, _ -> stop(new Problem.TooSlow(seconds)));
        request.exceptionHandler(_ -> {
            context.vertx().cancelTimer(deadline);
            if (takesFiles) {
                stop(unreadable());
            }
        });
        if (takesFiles) {
            request.setExpectMultipart(true);
            request.uploadHandler(this::receive);
        }
        request.handler(this::count);
        request.endHandler(_ -> {
            context.vertx().cancelTimer(deadline);
            Future.all(written).onComplete(_ -> finish(done));
        });
    }

    private void count(Buffer chunk) {
        read += chunk.length();
        if (read > maxBytes) {
            stop(new Problem.TooLarge(maxBytes));
        } else if (!takesFiles) {
            body.appendBuffer(chunk);
        }
    }

    private void receive(HttpServerFileUpload part) {
        if (files.size() == MAX_FILES) {
            stop(
                    new Problem.Invalid(
                            "body", "files", "Send at most " + MAX_FILES + " files", "too_long"));
        }
        if (isOver) {
            part.handler(_ -> {});
            return;
        }
        var file = folder.next();
        parts.add(part);
        files.add(file);
        written.add(part.streamToFileSystem(file.toString()));
    }

    private void finish(Done done) {
        if (isOver) {
            removeFiles();
        } else if (written.stream().anyMatch(Future::failed)) {
            isOver = true;
            removeFiles();
            refused.accept(new Problem.StorageFull());
        } else {
            isOver = true;
            done.accept(body.getBytes(), uploads());
        }
    }

    private List<Upload> uploads() {
        var uploads = new ArrayList<Upload>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            uploads.add(
                    new Upload(
                            part.name(),
                            part.filename() == null ? "" : part.filename(),
                            part.contentType() == null ? "" : part.contentType(),
                            files.get(i),
                            part.size()));
        }
        return uploads;
    }

    private void stop(Problem problem) {
        if (!isOver) {
            request.handler(_ -> {});
            refuse(problem);
            Future.join(written).onComplete(_ -> removeFiles());
        }
    }

    private void refuse(Problem problem) {
        isOver = true;
        refused.accept(problem);
    }

    private void removeFiles() {
        Thread.ofVirtual().start(() -> files.forEach(UploadFolder::remove));
    }

    private static Problem unreadable() {
        return new Problem.Invalid("body", "files", "The form cannot be read", "multipart_invalid");
    }

    private boolean isForm() {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(FORM)
                && type.contains("boundary=");
    }

    private long declaredBytes() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
