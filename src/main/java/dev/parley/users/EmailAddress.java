package dev.parley.users;

import dev.parley.platform.json.Fields;
import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A mail address in its one spelling: Unicode's compatible forms are folded (NFKC) and the domain
/// is its ASCII form, so two spellings of one mailbox are one address. What only looks alike in
/// another script is another address; what mixes scripts to look like one is refused.
///
/// @param text what mail is sent to and the API answers; the case before the `@` is kept
/// @param key what addresses are compared by
public record EmailAddress(String text, String key) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Set<UnicodeScript> JAPANESE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final EmailAddress NOBODY = new EmailAddress("", "");

    /// The address in a field that must be there.
    public static EmailAddress read(Fields body, String name) {
        var text = body.text(name, 3, MAX_LENGTH);
        return text.isEmpty() ? NOBODY : read(body, name, text);
    }

    static @Nullable EmailAddress readOptional(Fields body, String name) {
        var text = body.optionalText(name, 3, MAX_LENGTH);
        return text == null ? null : read(body, name, text);
    }

    private static EmailAddress read(Fields body, String name, String text) {
        var address = of(text);
        if (address.isEmpty()) {
            body.wrong(name, "Input should be a valid email address", "value_error");
        }
        return address.orElse(NOBODY);
    }

    /// Empty for what is no address.
    public static Optional<EmailAddress> of(String written) {
        var folded = Normalizer.normalize(written, Form.NFKC);
        int at = folded.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL || folded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var local = folded.substring(0, at);
        var domain = folded.substring(at + 1);
        if (!LOCAL.matcher(local).matches() || isMixed(local) || isMixed(domain)) {
            return Optional.empty();
        }
        return ascii(domain)
                .map(ascii -> new EmailAddress(local + "@" + ascii, key(local) + "@" + ascii));
    }

    private static String key(String local) {
        return Normalizer.normalize(local.toLowerCase(Locale.ROOT), Form.NFKC);
    }

    private static Optional<String> ascii(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean isWhole = !ascii.isEmpty() && !ascii.startsWith(".") && !ascii.endsWith(".");
            return isWhole ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isMixed(String text) {
        var scripts =
                text.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
                        .collect(Collectors.toSet());
        return scripts.size() > 1 && !JAPANESE.containsAll(scripts);
    }
}
