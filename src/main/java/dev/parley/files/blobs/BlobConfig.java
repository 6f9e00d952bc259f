package dev.parley.files.blobs;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where files are kept.
///
/// @param s3 empty for a folder of this machine
public record BlobConfig(Optional<S3> s3) {
    private static final Setting<String> BUCKET =
            Setting.text(
                    "PARLEY_S3_BUCKET",
                    "",
                    "bucket that keeps uploaded files; a folder of PARLEY_DATA when not set");
    private static final Setting<Optional<URI>> ENDPOINT =
            Setting.url(
                    "PARLEY_S3_ENDPOINT",
                    "an S3-compatible store such as http://127.0.0.1:9000; Amazon's when not set",
                    "http",
                    "https");
    private static final Setting<String> REGION =
            Setting.text("PARLEY_S3_REGION", "us-east-1", "the bucket's region");
    private static final Setting<Optional<String>> ACCESS_KEY_ID =
            Setting.secret("PARLEY_S3_ACCESS_KEY_ID", 1, "who Parley is at the store");
    private static final Setting<Optional<String>> SECRET_ACCESS_KEY =
            Setting.secret("PARLEY_S3_SECRET_ACCESS_KEY", 1, "the secret that belongs to it");

    public static final List<Setting<?>> SETTINGS =
            List.of(BUCKET, ENDPOINT, REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY);

    /// A bucket.
    ///
    /// @param endpoint empty for Amazon's own
    public record S3(
            Optional<URI> endpoint,
            String bucket,
            String region,
            String accessKeyId,
            String secretAccessKey) {
        /// Without the secret, so that no log ever has it.
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + ", region=" + region + "]";
        }
    }

    public static BlobConfig from(Settings settings) {
        var bucket = settings.get(BUCKET);
        var keyId = settings.get(ACCESS_KEY_ID);
        var secret = settings.get(SECRET_ACCESS_KEY);
        var endpoint = settings.get(ENDPOINT);
        var region = settings.get(REGION);
        if (bucket.isEmpty()) {
            if (endpoint.isPresent()) {
                settings.mistake("PARLEY_S3_BUCKET must be set when PARLEY_S3_ENDPOINT is");
            }
            return new BlobConfig(Optional.empty());
        }
        if (keyId.isEmpty() || secret.isEmpty()) {
            settings.mistake(
                    "PARLEY_S3_ACCESS_KEY_ID and PARLEY_S3_SECRET_ACCESS_KEY must be set when"
                            + " PARLEY_S3_BUCKET is");
        }
        return new BlobConfig(
                Optional.of(new S3(endpoint, bucket, region, keyId.orElse(""), secret.orElse(""))));
    }

    /// The store, in `folder` when no bucket is set.
    public BlobStore open(Path folder) {
        // a method reference would load the class, and with it the SDK, at once
        return s3.<BlobStore>map(bucket -> S3BlobStore.open(bucket))
                .orElseGet(() -> FolderBlobStore.open(folder));
    }
}
