package dev.parley.hives.sources;

import dev.parley.files.FileRecord;
import dev.parley.files.FileStore;
import dev.parley.files.blobs.BlobStore;
import dev.parley.files.kinds.FileKind;
import dev.parley.hives.apart.ReadApart;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Unreadable;
import java.io.FileNotFoundException;
import java.util.Optional;

/// Reads files that were uploaded. What a file holds never changes, so that one that was read is
/// not read again.
final class ReadFiles {
    private final Reading reading;
    private final FileStore files;
    private final BlobStore blobs;

    ReadFiles(Reading reading, FileStore files, BlobStore blobs) {
        this.reading = reading;
        this.files = files;
        this.blobs = blobs;
    }

    void run(Tools tools) throws InterruptedException {
        var ids = reading.hive().content().fileIds();
        reading.progress().total(ids.size());
        var existing =
                tools.database()
                        .transact(reading.org(), tx -> files.existing(tx, reading.org(), ids));
        for (var id : ids) {
            if (reading.isStopped()) {
                return;
            }
            var file = existing.get(id);
            if (file == null) {
                reading.skip(id, "The file is gone");
            } else {
                read(file);
            }
        }
    }

    private void read(FileRecord file) throws InterruptedException {
        var place = file.id().value();
        reading.progress().current(file.fileName());
        var known = reading.known(place).filter(reading::isCurrent);
        if (known.isPresent()) {
            reading.confirm(known.get());
            return;
        }
        var kind = kind(file.kind());
        if (kind.isEmpty()) {
            reading.skip(file.fileName(), "Files of this kind hold no text that is read");
            return;
        }
        try {
            var work = new ReadApart.Work(kind.get(), () -> open(file), "", null);
            var document = reading.read(work).titled(file.fileName());
            reading.keep(document, Reading.Origin.of(place, file.fileName()));
        } catch (Unreadable e) {
            reading.skip(file.fileName(), String.valueOf(e.getMessage()));
        }
    }

    private java.io.InputStream open(FileRecord file) throws FileNotFoundException {
        return blobs.open(file.blob(), 0, file.bytes())
                .orElseThrow(() -> new FileNotFoundException(file.id().value()));
    }

    private static Optional<DocumentKind> kind(FileKind kind) {
        return switch (kind) {
            case PDF -> Optional.of(DocumentKind.PDF);
            case DOCX -> Optional.of(DocumentKind.DOCX);
            case TEXT, CSV, JSON -> Optional.of(DocumentKind.TEXT);
            case MARKDOWN -> Optional.of(DocumentKind.MARKDOWN);
            case HTML -> Optional.of(DocumentKind.HTML);
            case PNG, JPEG, WEBP, GIF, SVG, WAV, MP3, OGG, OPUS, M4A, FLAC, WEBM ->
                    Optional.empty();
        };
    }
}
