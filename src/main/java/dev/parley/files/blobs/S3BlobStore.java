package dev.parley.files.blobs;

import dev.parley.platform.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Blobs in a bucket of Amazon S3 or of any store that speaks its protocol. Nothing but this file
/// knows the SDK, so a server that keeps files in a folder never loads it.
public final class S3BlobStore implements BlobStore {
    private static final Logger log = LoggerFactory.getLogger(S3BlobStore.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final String BYTES = "application/octet-stream";

    private final S3Client client;
    private final String bucket;

    private S3BlobStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /// The store `config` names; it is first asked when it is first used.
    public static S3BlobStore open(BlobConfig.S3 config) {
        var client =
                S3Client.builder()
                        .region(Region.of(config.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                config.accessKeyId(), config.secretAccessKey())))
                        .httpClient(connections())
                        // most compatible stores know neither checksums of the newest kind ...
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        // ... nor a host name for each bucket
                        .forcePathStyle(config.endpoint().isPresent())
                        .overrideConfiguration(o ->
                                o.retryStrategy(
                                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                .maxAttempts(TRIES)
                                                .build()));
        config.endpoint().ifPresent(client::endpointOverride);
        return new S3BlobStore(client.build(), config.bucket());
    }

    private static software.amazon.awssdk.http.SdkHttpClient connections() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(SILENCE)
                .proxyConfiguration(
                        ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariablesValues(false)
                                .build())
                .build();
    }

    @Override
    public void put(BlobKey key, Content content) {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key.value()).contentType(BYTES),
                    RequestBody.fromContentProvider(
                            () -> opened(content), content.length(), BYTES));
        } catch (SdkException | UncheckedIOException | IllegalStateException e) {
            throw away("put", e);
        }
    }

    @Override
    public Optional<InputStream> open(BlobKey key, long from, long length) {
        if (length == 0) {
            // no range of HTTP is empty
            return size(key).isPresent()
                    ? Optional.of(InputStream.nullInputStream())
                    : Optional.empty();
        }
        try {
            var range = "bytes=" + from + "-" + (from + length - 1);
            return Optional.of(
                    client.getObject(
                            request -> request.bucket(bucket).key(key.value()).range(range)));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw away("get", e);
        }
    }

    @Override
    public OptionalLong size(BlobKey key) {
        try {
            return OptionalLong.of(
                    client.headObject(request -> request.bucket(bucket).key(key.value()))
                            .contentLength());
        } catch (NoSuchKeyException _) {
            return OptionalLong.empty();
        } catch (SdkException e) {
            throw away("head", e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key.value()));
        } catch (NoSuchKeyException _) {
            // gone is what was wanted
        } catch (SdkException e) {
            throw away("delete", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static InputStream opened(Content content) {
        try {
            return content.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says nothing of the store to the client, and no address or key to the log.
    private RuntimeException away(String what, RuntimeException e) {
        var reason =
                e instanceof S3Exception refused && refused.awsErrorDetails() != null
                        ? refused.statusCode() + " " + refused.awsErrorDetails().errorCode()
                        : e.getClass().getSimpleName() + ": " + e.getMessage();
        log.error("The file store does not {}: {}", what, reason);
        return new Problem.Unavailable("The file store does not answer; try again shortly");
    }
}
