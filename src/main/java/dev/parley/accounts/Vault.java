package dev.parley.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what is secret before it is stored: AES-256-GCM under a key made of the server's own
/// secret, which the database never sees (E1). What is sealed for one place opens at no other.
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public Vault(Secret secret) {
        this.key = new SecretKeySpec(secret.hash("vault"), "AES");
    }

    /// `plain`, sealed for `place`: the organization and record it belongs to.
    public byte[] seal(String place, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, place, plain);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    /// What was sealed for `place`.
    ///
    /// @throws IllegalStateException when it was sealed for another place or by another secret
    public byte[] open(String place, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, place, rest);
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed here cannot be opened", e);
        }
    }
}
