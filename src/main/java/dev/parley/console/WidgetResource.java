package dev.parley.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.documentation.Asset;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The agent on other sites: the script their pages load, and the page of ours it puts into a
/// frame. In a frame neither page can touch the other, and the socket is opened by a page of this
/// server.
public final class WidgetResource {
    private static final String FRAMED = "embed.html";
    private static final Map<String, String> OPEN =
            Map.of(
                    // other sites may load the script, whatever they isolate themselves from
                    "Cross-Origin-Resource-Policy",
                    "cross-origin",
                    "Cache-Control",
                    "public, max-age=300",
                    "X-Content-Type-Options",
                    "nosniff");

    private final String frameAncestors;

    /// @param origins of the sites that may show the agent, besides this server
    public WidgetResource(Set<String> origins) {
        this.frameAncestors =
                "frame-ancestors 'self'"
                        + String.join("", origins.stream().sorted().map(o -> " " + o).toList());
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/widget.js", Access.PUBLIC, WidgetResource::script),
                Route.get("/embed", Access.PUBLIC, this::frame));
    }

    private static Response script(Request request) {
        var script = program().files().get("widget.js");
        if (script == null) {
            throw new Problem.NotFound("Widget");
        }
        return script.answerTo(request).with(OPEN);
    }

    private Response frame(Request request) {
        var page = program().pages().get(FRAMED);
        if (page == null) {
            throw new Problem.NotFound("Widget");
        }
        var nonce = Policy.nonce();
        return Asset.of("text/html; charset=utf-8", page.replace("{nonce}", nonce).getBytes(UTF_8))
                .answerTo(request)
                .with(Policy.HEADERS)
                .with("Permissions-Policy", "microphone=*, camera=(), geolocation=()")
                .with("Cross-Origin-Resource-Policy", "cross-origin")
                .with("Content-Security-Policy", Policy.of(nonce, frameAncestors));
    }

    private static Program program() {
        return Program.built().orElseThrow(() -> new Problem.NotFound("Console"));
    }
}
