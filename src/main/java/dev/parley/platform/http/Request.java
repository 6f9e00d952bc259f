package dev.parley.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.platform.json.Soundness;
import dev.parley.platform.json.Violation;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A request whose sender is known and whose body is read.
public final class Request {
    private static final Pattern JSON_TYPE = Pattern.compile("application/([a-z0-9.-]+\\+)?json");
    private static final int MAX_VALUES = 1_000;
    private static final int MAX_QUERY = 512;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Principal principal;
    private final String target;
    private final Map<String, String> path;
    private final MultiMap query;
    private final MultiMap headers;
    private final byte[] body;
    private final List<Upload> uploads;

    /// @param target method and address, as sent
    /// @param uploads the files of a multipart body; empty for any other
    Request(
            Principal principal,
            String target,
            Map<String, String> path,
            MultiMap query,
            MultiMap headers,
            byte[] body,
            List<Upload> uploads) {
        this.principal = principal;
        this.target = target;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.uploads = uploads;
    }

    /// Whoever [Access] let in.
    public Principal principal() {
        return principal;
    }

    /// The id in the path. What cannot be an id names nothing.
    ///
    /// @throws Problem.NotFound when it is not of an id's form
    public String id(String name, String thing) {
        var value = path.getOrDefault(name, "");
        if (!ID.matcher(value).matches()) {
            throw new Problem.NotFound(thing);
        }
        return value;
    }

    /// The value of a query parameter; empty when it is absent or without text.
    ///
    /// @throws Problem.Invalid when it is given twice, too long or not sound text
    public Optional<String> query(String name) {
        return query(name, MAX_QUERY);
    }

    /// Like [#query(String)], of a value of at most `max` characters.
    public Optional<String> query(String name, int max) {
        var values = values(name);
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new Problem.Invalid("query", name, "Give it once", "multiple_values");
        }
        var value = values.getFirst();
        checkText(name, value, max);
        return Optional.of(value);
    }

    /// Names are told apart by case, which the framework would not do.
    private List<String> values(String name) {
        return query.entries().stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void checkText(String name, String value, int max) {
        if (value.length() > max) {
            throw new Problem.Invalid(
                    "query",
                    name,
                    "String should have at most " + max + " characters",
                    "string_too_long");
        }
        Soundness.fault(value)
                .ifPresent(fault -> {
                    throw new Problem.Invalid("query", name, fault, "string_unsound");
                });
    }

    /// A header's first value, or empty text.
    public String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
    }

    /// Every value of a query parameter that may be repeated, each given once more split at commas.
    ///
    /// @throws Problem.Invalid when there are more than 1,000, or one is too long or not sound text
    public List<String> queryAll(String name) {
        var values =
                values(name).stream()
                        .flatMap(value -> Stream.of(value.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
        if (values.size() > MAX_VALUES) {
            throw new Problem.Invalid("query", name, "Too many values", "too_long");
        }
        values.forEach(value -> checkText(name, value, MAX_QUERY));
        return values;
    }

    /// Whether anything was sent, where sending nothing is allowed.
    public boolean hasBody() {
        return body.length > 0;
    }

    /// The files of a multipart body, in order. They are deleted when the request is answered.
    public List<Upload> uploads() {
        return uploads;
    }

    /// Refuses a change meant for another version of the record than `current`, its bytes as they
    /// are answered.
    ///
    /// @throws Problem.PreconditionFailed when `If-Match` is given and does not name this version
    public void checkMatch(byte[] current) {
        var wanted = header("if-match");
        if (!wanted.isEmpty() && !Etag.matches(wanted, Etag.of(current))) {
            throw new Problem.PreconditionFailed();
        }
    }

    /// What tells this request from another: SHA-256 over method, address, body and files.
    public byte[] fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(UTF_8));
            digest.update((byte) 0);
            digest.update(body);
            for (var upload : uploads) {
                digest.update((byte) 0);
                digest.update((upload.part() + '\0' + upload.fileName()).getBytes(UTF_8));
                try (var file = Files.newInputStream(upload.file())) {
                    var chunk = new byte[64 << 10];
                    for (int n = file.read(chunk); n >= 0; n = file.read(chunk)) {
                        digest.update(chunk, 0, n);
                    }
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The body read by `reader`.
    ///
    /// @throws Problem.Invalid with every violation when it is not what `reader` expects
    public <T> T body(Function<Fields, T> reader) {
        var fields = Fields.of(json());
        T value = reader.apply(fields);
        if (!fields.violations().isEmpty()) {
            throw new Problem.Invalid(fields.violations());
        }
        return value;
    }

    private JsonNode json() {
        var type = header("content-type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (!JSON_TYPE.matcher(type).matches()) {
            throw new Problem.UnsupportedMediaType("Send the body as application/json");
        }
        if (body.length == 0) {
            throw new Problem.Invalid(
                    List.of(new Violation(List.of("body"), "Field required", "missing")));
        }
        try {
            var json = Json.parse(body);
            if (!Soundness.isPlain(body)) {
                Soundness.fault(json)
                        .ifPresent(fault -> {
                            throw invalidBody(fault, "value_unsound");
                        });
            }
            return json;
        } catch (IOException _) {
            throw invalidBody("The body is not valid JSON", "json_invalid");
        }
    }

    private static Problem.Invalid invalidBody(String message, String type) {
        return new Problem.Invalid(List.of(new Violation(List.of("body"), message, type)));
    }
}
