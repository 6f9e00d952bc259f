package dev.parley.files.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.http.Problem;
import dev.parley.testing.FakeS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A bucket keeps blobs, over requests whose signatures are checked.
class S3BlobStoreTest extends BlobStoreContract {
    private FakeS3 s3;
    private S3BlobStore store;

    @BeforeEach
    void open() {
        s3 = FakeS3.start();
        store = S3BlobStore.open(config(FakeS3.SECRET_ACCESS_KEY));
    }

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    private BlobConfig.S3 config(String secret) {
        return new BlobConfig.S3(
                Optional.of(s3.url()), FakeS3.BUCKET, FakeS3.REGION, FakeS3.ACCESS_KEY_ID, secret);
    }

    @Test
    void namesTheBucketInThePath() {
        store.put(KEY, Content.of(random(10)));

        assertThat(s3.keys()).containsExactly(KEY.value());
        assertThat(s3.requests()).containsExactly("PUT /" + FakeS3.BUCKET + "/" + KEY);
    }

    @Test
    void storesNothingUnderAWrongSignature() {
        try (var stranger = S3BlobStore.open(config("another-secret"))) {
            assertThatThrownBy(() -> stranger.put(KEY, Content.of(random(10))))
                    .isInstanceOf(Problem.Unavailable.class)
                    .hasMessageNotContaining("another-secret")
                    .hasMessageNotContaining("127.0.0.1");
            assertThatThrownBy(() -> stranger.size(KEY)).isInstanceOf(Problem.Unavailable.class);
        }

        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void triesAgainAfterAFailure() throws IOException {
        var bytes = random(200_000);

        s3.fail(500, 2);
        store.put(KEY, Content.of(bytes));
        s3.fail(503, 2);

        assertThat(read(KEY, 0, bytes.length)).isEqualTo(bytes);
        assertThat(s3.requests()).hasSize(6);
    }

    @Test
    void givesUpOnAStoreThatKeepsFailing() {
        s3.fail(503, 1_000);

        assertThatThrownBy(() -> store.put(KEY, Content.of(random(10))))
                .isInstanceOf(Problem.Unavailable.class);
        assertThatThrownBy(() -> store.open(KEY, 0, 1)).isInstanceOf(Problem.Unavailable.class);
        assertThatThrownBy(() -> store.size(KEY)).isInstanceOf(Problem.Unavailable.class);
        assertThatThrownBy(() -> store.delete(KEY)).isInstanceOf(Problem.Unavailable.class);
        assertThat(s3.requests()).hasSize(12);
    }

    @Test
    void storesNoHalfOfAStreamThatCannotBeReadAgain() {
        s3.fail(500, 1);

        assertThatThrownBy(
                        () -> store.put(KEY, Content.of(new ByteArrayInputStream(random(10)), 10)))
                .isInstanceOf(Problem.Unavailable.class);

        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void saysWhenTheStoreBreaksOff() {
        store.put(KEY, Content.of(random(400_000)));

        s3.breakOffAfter(100_000);

        assertThatThrownBy(() -> read(KEY, 0, 400_000)).isInstanceOf(IOException.class);
    }

    @Test
    void saysWhenNobodyIsThere() {
        s3.close();

        assertThatThrownBy(() -> store.size(KEY)).isInstanceOf(Problem.Unavailable.class);

        s3 = FakeS3.start();
    }
}
