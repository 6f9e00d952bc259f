package dev.parley.hives;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source of knowledge and how far its ingestion has come: the stored row and, with its files
/// completed, the answer of the API.
///
/// @param status `pending` until it is ingested
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
    /// Waiting for the ingestion.
    static final String PENDING = "pending";

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
        List<String> fileIds() {
            return files == null
                    ? List.of()
                    : files.stream().map(file -> file.path("id").asText()).toList();
        }

        Content with(@Nullable List<ObjectNode> otherFiles) {
            return new Content(hiveType, url, otherFiles, hiveProps, internalProps);
        }

        Content noted(@Nullable ObjectNode otherProps) {
            return new Content(hiveType, url, files, hiveProps, otherProps);
        }
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
