package dev.parley.hives;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source of knowledge and how far its ingestion has come: the stored row and, with its files
/// completed, the answer of the API.
///
/// @param status `pending` until it is read, `processing`, then `completed` or `failed`
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record Hive(
        HiveId id,
        OrgId orgId,
        Content content,
        String status,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    /// Waiting to be read.
    public static final String PENDING = "pending";

    /// Being read.
    public static final String PROCESSING = "processing";

    /// Read, as far as that was possible.
    public static final String COMPLETED = "completed";

    /// Nothing could be read.
    public static final String FAILED = "failed";

    /// What is ingested.
    ///
    /// @param files stored with nothing but their `id`, answered as whole file records
    /// @param hiveProps how to ingest it
    /// @param internalProps what the ingestion notes; nobody else writes it
    public record Content(
            HiveType hiveType,
            @Nullable String url,
            @Nullable List<ObjectNode> files,
            @Nullable ObjectNode hiveProps,
            @Nullable ObjectNode internalProps) {
        /// The ids of the files, in the order given.
        public List<String> fileIds() {
            return files == null
                    ? List.of()
                    : files.stream().map(file -> file.path("id").asText()).toList();
        }

        Content with(@Nullable List<ObjectNode> otherFiles) {
            return new Content(hiveType, url, otherFiles, hiveProps, internalProps);
        }

        public Content noted(@Nullable ObjectNode otherProps) {
            return new Content(hiveType, url, files, hiveProps, otherProps);
        }
    }

    /// The same hive in another state, with what the reading notes about it.
    public Hive noted(String otherStatus, @Nullable ObjectNode notes) {
        return new Hive(
                id,
                orgId,
                content.noted(notes),
                otherStatus,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }

    /// Whether nobody reads it or is about to.
    boolean isRead() {
        return status.equals(COMPLETED) || status.equals(FAILED);
    }

    /// What people change of it: how far the reading has come makes no other version.
    Hive version() {
        return noted(PENDING, null);
    }

    /// The same hive with `files` in the place of its own.
    Hive with(List<ObjectNode> files) {
        return new Hive(
                id, orgId, content.with(files), status, createdBy, createdAt, updatedBy, updatedAt);
    }

    /// The same hive made of `input`, changed by `by` at `at`. It waits for the ingestion again
    /// when there is something else to ingest.
    Hive changed(Content input, String by, String at) {
        var next = input.noted(content.internalProps());
        return new Hive(
                id,
                orgId,
                next,
                next.equals(content) ? status : PENDING,
                createdBy,
                createdAt,
                by,
                at);
    }
}
