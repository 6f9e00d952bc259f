package dev.parley.actions.calling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.actions.Endpoint;
import dev.parley.platform.json.Json;
import java.net.URLEncoder;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The request an action is carried out with. Arguments can fill declared parameters only, never
/// the address, the method or a header (P2).
///
/// @param url complete, with the arguments of a GET in its query
/// @param headers by name, in any case
/// @param body JSON; null for GET
public record ActionRequest(
        String method, String url, Map<String, String> headers, @Nullable ObjectNode body) {
    /// @param headers the endpoint's, opened
    /// @param call the use of the action, which endpoints can recognise a repeated request by
    static ActionRequest of(
            Endpoint.Http http, Map<String, String> headers, ObjectNode arguments, String call) {
        var merged = Json.object();
        if (http.payload() != null) {
            merged.setAll(http.payload().deepCopy());
        }
        merge(merged, arguments);
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.put("accept", "application/json, text/plain;q=0.9, */*;q=0.5");
        all.put("user-agent", "Parley");
        if (http.method().equals("GET")) {
            all.putAll(headers);
            return new ActionRequest("GET", withQuery(http.url(), merged), all, null);
        }
        all.put("content-type", "application/json");
        all.put("idempotency-key", call);
        all.putAll(headers);
        return new ActionRequest("POST", withoutFragment(http.url()), all, merged);
    }

    byte @Nullable [] bytes() {
        return body == null ? null : Json.bytes(body);
    }

    /// Objects in both are merged field by field; anything else of `over` takes the place.
    private static void merge(ObjectNode into, ObjectNode over) {
        for (var field : over.properties()) {
            var value = field.getValue();
            if (value instanceof ObjectNode object
                    && into.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, object);
            } else {
                into.set(field.getKey(), value);
            }
        }
    }

    private static String withQuery(String url, ObjectNode parameters) {
        var query = new StringJoiner("&");
        for (var field : parameters.properties()) {
            var value = field.getValue();
            if (value.isArray()) {
                value.forEach(element -> query.add(pair(field.getKey(), element)));
            } else if (!value.isNull()) {
                query.add(pair(field.getKey(), value));
            }
        }
        var base = withoutFragment(url);
        if (query.length() == 0) {
            return base;
        }
        var joint =
                base.indexOf('?') < 0 ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
        return base + joint + query;
    }

    private static String pair(String name, JsonNode value) {
        var text = value.isContainerNode() ? value.toString() : value.asText();
        return encoded(name) + "=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String withoutFragment(String url) {
        int at = url.indexOf('#');
        return at < 0 ? url : url.substring(0, at);
    }
}
