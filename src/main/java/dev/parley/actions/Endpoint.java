package dev.parley.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.http.WebAddress;
import dev.parley.platform.json.Fields;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an action goes: exactly one of three shapes, told apart by their fields.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Endpoint.Http.class),
    @JsonSubTypes.Type(Endpoint.Internal.class),
    @JsonSubTypes.Type(Endpoint.Workflow.class)
})
public sealed interface Endpoint {
    /// What stands for an endpoint after a mistake; never stored.
    Endpoint NONE = new Workflow("");

    Set<String> METHODS = Set.of("GET", "POST");

    /// A call over HTTP.
    ///
    /// @param headers the values are masked, see [Headers]
    /// @param payload the template of the body
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Http(
            String url,
            String method,
            @Nullable Map<String, String> headers,
            @Nullable ObjectNode payload)
            implements Endpoint {
        /// Whether secrets kept for `other` may go here too: the same scheme, host and port.
        boolean hasOriginOf(Endpoint other) {
            return other instanceof Http http && origin(url).equals(origin(http.url()));
        }

        private static String origin(String url) {
            var uri = URI.create(url);
            return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort())
                    .toLowerCase(Locale.ROOT);
        }

        /// The same, with no header value in it.
        public Http masked() {
            if (headers == null) {
                return this;
            }
            var masked = new LinkedHashMap<>(headers);
            masked.replaceAll((_, _) -> Headers.MASK);
            return new Http(url, method, masked, payload);
        }
    }

    /// A handler of the platform itself: module `telephone` with the functions `transfer`,
    /// `press_keys` and `hang_up`. Others are kept, not run.
    record Internal(String module, String function) implements Endpoint {}

    /// A workflow of the vendor's; kept, not run.
    record Workflow(String workflowId) implements Endpoint {}

    /// Reads the one shape whose fields have values. Clients of 2025 send the fields of all three,
    /// those of the others null or empty; those of 2024 write `_function`.
    static Endpoint read(Fields body) {
        var url = text(body, "url", 2_048);
        var module = text(body, "module", 512);
        var named = text(body, "function", 512);
        var function = named.isEmpty() ? text(body, "_function", 512) : named;
        var workflowId = text(body, "workflowId", 512);
        boolean isInternal = !module.isEmpty() || !function.isEmpty();
        if (!url.isEmpty() && !isInternal && workflowId.isEmpty()) {
            return http(body, url);
        }
        if (url.isEmpty() && !module.isEmpty() && !function.isEmpty() && workflowId.isEmpty()) {
            return new Internal(module, function);
        }
        if (url.isEmpty() && !isInternal && !workflowId.isEmpty()) {
            return new Workflow(workflowId);
        }
        body.wrong("url", "Give url, or module and function, or workflowId", "union_tag_invalid");
        return NONE;
    }

    private static String text(Fields body, String name, int max) {
        var text = body.optionalText(name, 0, max);
        return text == null ? "" : text;
    }

    private static Http http(Fields body, String url) {
        WebAddress.fault(url).ifPresent(fault -> body.wrong("url", fault, "url_parsing"));
        var method = body.optionalChoice("method", METHODS);
        return new Http(
                url,
                method == null ? "POST" : method,
                Headers.read(body),
                body.optionalFreeObject("payload"));
    }
}
