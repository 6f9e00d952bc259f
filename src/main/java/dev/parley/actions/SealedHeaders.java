package dev.parley.actions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Vault;
import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Json;
import dev.parley.platform.json.Violation;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Header values as they are kept: each sealed for its organization, its action and its name (E1).
public final class SealedHeaders {
    private final Vault vault;

    public SealedHeaders(Vault vault) {
        this.vault = vault;
    }

    /// What is to be kept for `endpoint`, as text; null when there is nothing. A masked value is
    /// the one that `kept` has.
    ///
    /// @throws Problem.Invalid when a masked value stands for none
    public @Nullable String seal(
            OrgId org, ActionId action, Endpoint endpoint, @Nullable String kept) {
        if (!(endpoint instanceof Endpoint.Http http) || http.headers() == null) {
            return null;
        }
        var before = lowerCase(read(kept));
        var sealed = new LinkedHashMap<String, String>();
        var violations = new ArrayList<Violation>();
        http.headers()
                .forEach((name, value) -> {
                    var old = before.get(name.toLowerCase(Locale.ROOT));
                    if (!value.equals(Headers.MASK)) {
                        sealed.put(name, seal(org, action, name, value));
                    } else if (old != null) {
                        sealed.put(name, old);
                    } else {
                        violations.add(masked(name));
                    }
                });
        if (!violations.isEmpty()) {
            throw new Problem.Invalid(violations);
        }
        return sealed.isEmpty() ? null : Json.write(sealed);
    }

    /// The headers to send, from what was kept.
    public Map<String, String> open(OrgId org, ActionId action, @Nullable String kept) {
        var opened = read(kept);
        opened.replaceAll((name, value) -> {
            var sealed = Base64.getDecoder().decode(value);
            return new String(vault.open(place(org, action, name), sealed), UTF_8);
        });
        return opened;
    }

    private String seal(OrgId org, ActionId action, String name, String value) {
        var sealed = vault.seal(place(org, action, name), value.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(sealed);
    }

    private static Map<String, String> read(@Nullable String kept) {
        var headers = new LinkedHashMap<String, String>();
        if (kept != null) {
            Json.stored(kept)
                    .properties()
                    .forEach(field -> headers.put(field.getKey(), field.getValue().textValue()));
        }
        return headers;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var lower = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private static Violation masked(String name) {
        return new Violation(
                List.of("body", "endpoint", "headers", name),
                "Give the value: none is stored for this header and host",
                "header_value");
    }

    private static String place(OrgId org, ActionId action, String name) {
        return org + "/" + action + "/" + name.toLowerCase(Locale.ROOT);
    }
}
