package dev.parley.files;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.files.blobs.BlobStore;
import dev.parley.files.blobs.Content;
import dev.parley.files.kinds.FileCheck;
import dev.parley.files.kinds.FileKind;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Upload;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Violation;
import dev.parley.platform.time.Timestamps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the files of one request: all of them, or none.
public final class UploadFiles {
    private static final Logger log = LoggerFactory.getLogger(UploadFiles.class);
    private static final String PART = "files";

    private final Database database;
    private final FileStore files;
    private final BlobStore blobs;
    private final DiscardBlobs discard;
    private final FilesConfig config;
    private final Ids ids;
    private final InstantSource clock;

    public UploadFiles(
            Database database,
            FileStore files,
            BlobStore blobs,
            DiscardBlobs discard,
            FilesConfig config,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.blobs = blobs;
        this.discard = discard;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param onlySound whether nothing but sound is taken
    List<FileRecord> run(Caller caller, List<Upload> uploads, boolean onlySound) {
        var sent = uploads.stream().filter(upload -> upload.part().equals(PART)).toList();
        if (sent.isEmpty()) {
            throw new Problem.Invalid("body", PART, "Field required", "missing");
        }
        var records = new LinkedHashMap<FileRecord, Path>();
        var kinds = kinds(sent, onlySound);
        checkContent(sent, kinds);
        for (int i = 0; i < sent.size(); i++) {
            records.put(record(caller, sent.get(i), kinds.get(i)), sent.get(i).file());
        }
        store(caller.org(), records);
        return List.copyOf(records.keySet());
    }

    private static List<FileKind> kinds(List<Upload> sent, boolean onlySound) {
        return sent.stream()
                .map(upload ->
                        FileKind.of(upload.fileName())
                                .filter(kind -> !onlySound || kind.isSound())
                                .orElseThrow(() ->
                                        new Problem.UnsupportedMediaType(
                                                "File names should end in one of "
                                                        + FileKind.endings(onlySound))))
                .toList();
    }

    private void checkContent(List<Upload> sent, List<FileKind> kinds) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).bytes() > config.maxBytes()) {
                throw new Problem.TooLarge(
                        "A file should have at most " + config.maxBytes() + " bytes");
            }
            var at = List.<Object>of("body", PART, i);
            fault(kinds.get(i), sent.get(i).file())
                    .ifPresent(fault -> violations.add(new Violation(at, fault, "file_content")));
        }
        if (!violations.isEmpty()) {
            throw new Problem.Invalid(violations);
        }
    }

    private static Optional<String> fault(FileKind kind, Path file) {
        try {
            return FileCheck.fault(kind, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileRecord record(Caller caller, Upload upload, FileKind kind) {
        var by = caller.user().value();
        var now = Timestamps.write(clock.instant());
        return new FileRecord(
                new FileId(ids.next("fil")),
                caller.org(),
                FileName.kept(upload.fileName()),
                kind,
                upload.bytes(),
                by,
                now,
                by,
                now);
    }

    private void store(OrgId org, Map<FileRecord, Path> records) {
        database.run(org, tx -> checkQuota(tx, org, records));
        discard.inDoubt(org, records.keySet().stream().map(file -> file.id().value()).toList());
        try {
            records.forEach((file, path) -> blobs.put(file.blob(), content(path)));
            database.run(
                    org,
                    tx -> {
                        files.lock(tx, org);
                        checkQuota(tx, org, records);
                        files.insert(tx, org, List.copyOf(records.keySet()));
                    });
        } catch (RuntimeException e) {
            records.keySet().forEach(this::remove);
            throw e;
        }
    }

    private void checkQuota(Handle tx, OrgId org, Map<FileRecord, Path> records) {
        long added =
                records.keySet().stream().mapToLong(file -> FileStore.weight(file.bytes())).sum();
        if (files.bytes(tx, org) + added > config.quotaBytes()) {
            throw new Problem.TooLarge(
                    "The organization's files would weigh more than the "
                            + config.quotaBytes()
                            + " bytes it may keep; delete some first");
        }
    }

    private static Content content(Path path) {
        try {
            return Content.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// At once, as a courtesy: the job that is waiting does it for certain.
    private void remove(FileRecord file) {
        try {
            blobs.delete(file.blob());
        } catch (RuntimeException e) {
            log.warn("Left for later to remove: {}", file.blob());
        }
    }
}
