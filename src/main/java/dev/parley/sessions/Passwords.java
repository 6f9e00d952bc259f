package dev.parley.sessions;

import dev.parley.platform.http.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords as Argon2id hashes with the parameters OWASP recommends: 19 MiB, two passes. A few are
/// computed at once, on threads of their own, and a few wait; memory and processors stay bounded
/// however many people knock.
public final class Passwords implements AutoCloseable {
    /// In characters.
    public static final int MIN_LENGTH = 10;

    public static final int MAX_LENGTH = 256;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 64;
    private static final String FORM = "argon2id$19456$2$1$";

    /// What an unknown address is compared with, so that it takes as long as a known one.
    private static final String NOBODYS =
            FORM + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    30,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofPlatform().daemon().name("password-", 0).factory());

    public Passwords() {
        threads.allowCoreThreadTimeOut(true);
    }

    /// A hash of `password` with a salt of its own, as text that says how it was made.
    ///
    /// @throws Problem.Unavailable when too many wait already
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var text = Base64.getEncoder().withoutPadding();
        return FORM
                + text.encodeToString(salt)
                + "$"
                + text.encodeToString(onOwnThread(() -> argon2(password, salt)));
    }

    /// Whether `password` is the one `hash` was made of.
    ///
    /// @throws Problem.Unavailable when too many wait already
    public boolean isRight(String password, String hash) {
        if (!hash.startsWith(FORM)) {
            throw new IllegalArgumentException("Not a hash of this kind");
        }
        var parts = hash.substring(FORM.length()).split("\\$");
        var salt = Base64.getDecoder().decode(parts[0]);
        var expected = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(onOwnThread(() -> argon2(password, salt)), expected);
    }

    /// False, after as long as [#isRight] takes.
    public boolean isNobodys(String password) {
        isRight(password, NOBODYS);
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private byte[] onOwnThread(Callable<byte[]> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException _) {
            throw new Problem.Unavailable("Too many people sign in at once; try again soon");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server stops");
        }
    }

    private static byte[] argon2(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
