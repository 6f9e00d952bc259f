package dev.parley.platform.ids;

import java.security.SecureRandom;
import java.time.InstantSource;

/// Makes record ids: `prefix.epochSeconds.8 alphanumerics`, from a secure random source.
public final class Ids {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_CHARACTERS = 8;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    /// A new id, for example `aia.1726903132.obUuT7vM`.
    ///
    /// @param prefix three lower-case letters that name the kind of record
    public String next(String prefix) {
        return prefix + '.' + clock.instant().getEpochSecond() + '.' + letters(RANDOM_CHARACTERS);
    }

    /// `count` characters of `A-Z a-z 0-9`, about 5.95 bits each.
    public String letters(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
