package dev.parley.files;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.platform.http.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The addresses files are fetched at by whoever holds one: signed over organization, file and
/// expiry, so that none can be made, changed or prolonged (T4). They are made when a record is
/// answered and stored nowhere.
public final class FileLinks {
    private final SecretKeySpec key;
    private final Supplier<URI> publicUrl;
    private final Duration life;
    private final InstantSource clock;

    /// @param publicUrl how clients reach this server; asked per record, known once it listens
    /// @param life how long an address is good
    public FileLinks(Secret secret, Supplier<URI> publicUrl, Duration life, InstantSource clock) {
        this.key = new SecretKeySpec(secret.hash("file links"), "HmacSHA256");
        this.publicUrl = publicUrl;
        this.life = life;
        this.clock = clock;
    }

    /// A file as the API answers it.
    ///
    /// @param fileUrl good for a while; a record that is read later has a fresh one
    public record Answer(
            FileId id,
            OrgId orgId,
            String fileName,
            String fileUrl,
            String createdBy,
            String createdAt,
            String updatedBy,
            String updatedAt) {}

    public Answer answer(FileRecord file) {
        return new Answer(
                file.id(),
                file.orgId(),
                file.fileName(),
                url(file),
                file.createdBy(),
                file.createdAt(),
                file.updatedBy(),
                file.updatedAt());
    }

    private String url(FileRecord file) {
        var base = publicUrl.get().toString().replaceFirst("/$", "");
        var expires = Long.toString(clock.instant().plus(life).getEpochSecond());
        return "%s/v1/files/%s/content?org=%s&expires=%s&signature=%s"
                .formatted(
                        base,
                        file.id(),
                        file.orgId(),
                        expires,
                        signature(file.orgId().value(), file.id().value(), expires));
    }

    /// Until when this address is good.
    ///
    /// @throws Problem.Forbidden when it was not made here, or not for this, or is expired
    Instant check(String org, String id, String expires, String signature) {
        var expected = signature(org, id, expires);
        // texts, because an encoding may have several texts for the same bytes
        boolean isOurs =
                MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
        if (!isOurs) {
            throw new Problem.Forbidden("This address is not valid");
        }
        var until = Instant.ofEpochSecond(Long.parseLong(expires));
        if (!until.isAfter(clock.instant())) {
            throw new Problem.Forbidden("This address has expired; read the record again");
        }
        return until;
    }

    private String signature(String org, String id, String expires) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var signed = String.join("\n", org, id, expires).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
