package dev.parley.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// One thing an operator may set.
///
/// @param name the environment variable
/// @param fallback what holds when it is not set, as text; empty for nothing
/// @param meaning one line for the help page
/// @param reader turns text into the value; an IllegalArgumentException says what is wrong with it
public record Setting<T>(String name, String fallback, String meaning, Function<String, T> reader) {

    public static Setting<String> text(String name, String fallback, String meaning) {
        return new Setting<>(name, fallback, meaning, value -> value);
    }

    public static Setting<Path> folder(String name, String fallback, String meaning) {
        return new Setting<>(name, fallback, meaning, Setting::path);
    }

    public static Setting<Optional<Path>> optionalFolder(String name, String meaning) {
        return new Setting<>(name, "", meaning, optional(Setting::path));
    }

    /// A whole number from `min` to `max`.
    public static Setting<Integer> number(
            String name, int fallback, int min, int max, String meaning) {
        return new Setting<>(
                name, Integer.toString(fallback), meaning, value -> whole(value, min, max));
    }

    /// An address with one of `schemes` and a host.
    public static Setting<Optional<URI>> url(String name, String meaning, String... schemes) {
        return new Setting<>(name, "", meaning, optional(value -> url(value, schemes)));
    }

    /// A secret of at least `minLength` characters; it is never shown, in help and in messages
    /// alike.
    public static Setting<Optional<String>> secret(String name, int minLength, String meaning) {
        return new Setting<>(name, "", meaning, optional(value -> secret(value, minLength)));
    }

    private static <T> Function<String, Optional<T>> optional(Function<String, T> reader) {
        return value -> value.isEmpty() ? Optional.empty() : Optional.of(reader.apply(value));
    }

    private static Path path(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            throw new IllegalArgumentException("is not a path of this system");
        }
    }

    private static int whole(String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // falls through to the one message for both mistakes
        }
        throw new IllegalArgumentException(
                "must be a whole number from " + min + " to " + max + ", not \"" + value + "\"");
    }

    private static URI url(String value, String... schemes) {
        try {
            var uri = new URI(value);
            for (var scheme : schemes) {
                if (scheme.equals(lower(uri.getScheme())) && uri.getHost() != null) {
                    return uri;
                }
            }
        } catch (URISyntaxException _) {
            // falls through to the one message for both mistakes
        }
        throw new IllegalArgumentException(
                "must be an address that starts with " + String.join(":// or ", schemes) + "://");
    }

    private static String secret(String value, int minLength) {
        if (value.length() < minLength) {
            throw new IllegalArgumentException(
                    "must have "
                            + minLength
                            + " characters or more; it has "
                            + value.length()
                            + ". `openssl rand -hex 20` makes a good one");
        }
        return value;
    }

    private static String lower(String scheme) {
        return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    }
}
