package dev.parley.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.platform.json.Soundness;
import dev.parley.platform.json.Violation;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A request whose sender is known and whose body is read.
public final class Request {
    private static final Pattern JSON_TYPE = Pattern.compile("application/([a-z0-9.-]+\\+)?json");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Object principal;
    private final Map<String, String> path;
    private final MultiMap query;
    private final MultiMap headers;
    private final byte[] body;

    Request(
            Object principal,
            Map<String, String> path,
            MultiMap query,
            MultiMap headers,
            byte[] body) {
        this.principal = principal;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /// Whoever [Access] let in.
    public Object principal() {
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
        var values = query.getAll(name);
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new Problem.Invalid("query", name, "Give it once", "multiple_values");
        }
        var value = values.getFirst();
        if (value.length() > 512) {
            throw new Problem.Invalid(
                    "query", name, "String should have at most 512 characters", "string_too_long");
        }
        Soundness.fault(value)
                .ifPresent(fault -> {
                    throw new Problem.Invalid("query", name, fault, "string_unsound");
                });
        return Optional.of(value);
    }

    /// A header's first value, or empty text.
    public String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
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
