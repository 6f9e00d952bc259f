package dev.parley.hives.sources;

import dev.parley.files.FileStore;
import dev.parley.files.blobs.BlobStore;
import dev.parley.hives.documents.Unreadable;

/// Reads everything a hive is made of.
public final class ReadSources {
    private final Tools tools;
    private final SourcesConfig config;
    private final FileStore files;
    private final BlobStore blobs;
    private final PastConversations conversations;

    public ReadSources(
            Tools tools,
            SourcesConfig config,
            FileStore files,
            BlobStore blobs,
            PastConversations conversations) {
        this.tools = tools;
        this.config = config;
        this.files = files;
        this.blobs = blobs;
        this.conversations = conversations;
    }

    /// @throws Unreadable when the hive as a whole cannot be read
    public void run(Reading reading) throws Unreadable, InterruptedException {
        var content = reading.hive().content();
        var url = content.url() == null ? "" : content.url();
        switch (content.hiveType()) {
            case WEBSITE -> new ReadWebsite(reading, tools.web(), config).run(url);
            case GOOGLE_DOCS ->
                    new ReadGoogleDocument(reading, tools.web(), config.googleDocs()).run(url);
            case DOCS -> new ReadFiles(reading, files, blobs).run(tools);
            case TRANSCRIPTS -> new ReadTranscripts(reading, conversations).run();
        }
    }
}
