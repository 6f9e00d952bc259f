package dev.parley.accounts;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The server's own secret, kept outside the database: what keys and tickets are hashed with, so
/// that a stolen database opens nothing (K2).
public final class Secret {
    private static final int BYTES = 32;
    private static final Setting<Optional<String>> VALUE =
            Setting.secret(
                    "PARLEY_SECRET",
                    32,
                    "what keys are hashed with; made and kept in PARLEY_DATA when not set");

    public static final List<Setting<?>> SETTINGS = List.of(VALUE);

    private final SecretKeySpec key;

    private Secret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /// What the operator set.
    public static Optional<String> from(Settings settings) {
        return settings.get(VALUE);
    }

    /// The secret the operator set, else the one in `dataFolder`, made there if it is not.
    public static Secret of(Optional<String> own, Path dataFolder) {
        return own.map(text -> new Secret(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> new Secret(kept(dataFolder.resolve("secret"))));
    }

    /// The 32-byte HMAC-SHA-256 of `text`.
    public byte[] hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static byte[] kept(Path file) {
        try {
            if (Files.notExists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                write(file, HexFormat.of().formatHex(bytes));
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the server's secret in " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " is damaged; restore it, or every key has to be issued anew", e);
        }
    }

    /// Writes a file that only its owner can read, whole or not at all.
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, ownerOnly);
        Files.writeString(temporary, text + "\n");
        Files.move(
                temporary,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
