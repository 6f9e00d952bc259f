package dev.parley.platform.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.http.Problem.BadRequest;
import dev.parley.platform.http.Problem.Conflict;
import dev.parley.platform.http.Problem.Forbidden;
import dev.parley.platform.http.Problem.Invalid;
import dev.parley.platform.http.Problem.MethodNotAllowed;
import dev.parley.platform.http.Problem.NotFound;
import dev.parley.platform.http.Problem.PreconditionFailed;
import dev.parley.platform.http.Problem.RangeNotSatisfiable;
import dev.parley.platform.http.Problem.StorageFull;
import dev.parley.platform.http.Problem.TooLarge;
import dev.parley.platform.http.Problem.TooManyRequests;
import dev.parley.platform.http.Problem.TooSlow;
import dev.parley.platform.http.Problem.Unauthorized;
import dev.parley.platform.http.Problem.Unavailable;
import dev.parley.platform.http.Problem.UnsupportedMediaType;
import dev.parley.platform.json.Json;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns problems into answers: the contract's list for 422, `detail` in a problem document (RFC
/// 9457) for everything else. Never a trace.
public final class ProblemResponses {
    private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Map<String, String> NONE = Map.of();

    private ProblemResponses() {}

    static Response of(Problem problem) {
        return switch (problem) {
            case BadRequest p -> document(400, "Bad Request", p, NONE);
            case Unauthorized p ->
                    document(401, "Unauthorized", p, Map.of("WWW-Authenticate", "Bearer"));
            case Forbidden p -> document(403, "Forbidden", p, NONE);
            case NotFound p -> document(404, "Not Found", p, NONE);
            case MethodNotAllowed p ->
                    document(405, "Method Not Allowed", p, Map.of("Allow", p.allowed()));
            case Conflict p -> document(409, "Conflict", p, NONE);
            case TooSlow p -> document(408, "Request Timeout", p, NONE);
            case TooLarge p -> document(413, "Content Too Large", p, NONE);
            case UnsupportedMediaType p -> document(415, "Unsupported Media Type", p, NONE);
            case PreconditionFailed p -> document(412, "Precondition Failed", p, NONE);
            case TooManyRequests p -> document(429, "Too Many Requests", p, p.headers());
            case StorageFull p -> document(507, "Insufficient Storage", p, NONE);
            case RangeNotSatisfiable p ->
                    document(
                            416,
                            "Range Not Satisfiable",
                            p,
                            Map.of("Content-Range", "bytes */" + p.size()));
            case Invalid p -> Response.json(422, Json.bytes(Map.of("detail", p.violations())));
            case Unavailable p ->
                    document(503, "Service Unavailable", p, Map.of("Retry-After", "2"));
        };
    }

    /// The answer to whatever went wrong.
    ///
    /// @param operation what was asked for, for the log: a path's pattern, never its query
    public static Response of(RuntimeException failure, String operation) {
        if (failure instanceof Problem problem) {
            return of(problem);
        }
        if (isDatabaseAway(failure)) {
            log.warn("Database away: {}: {}", operation, rootOf(failure));
            return of(new Unavailable("The database does not answer; try again shortly"));
        }
        var requestId = UUID.randomUUID().toString();
        log.error("Request failed: {} {}", operation, requestId, failure);
        return unexpected(requestId);
    }

    /// Our fault; the log knows more under `requestId`.
    private static Response unexpected(String requestId) {
        var body = body(500, "Internal Server Error", "Something broke here; see the log");
        body.put("instance", requestId);
        return Response.of(500, PROBLEM_JSON, Json.bytes(body));
    }

    /// A problem of the transport, before there is a request.
    static Response document(int status, String title, String detail) {
        return Response.of(status, PROBLEM_JSON, Json.bytes(body(status, title, detail)));
    }

    private static Response document(
            int status, String title, Problem problem, Map<String, String> headers) {
        return document(status, title, problem.detail()).with(headers);
    }

    private static ObjectNode body(int status, String title, String detail) {
        return Json.object()
                .put("detail", detail)
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status);
    }

    /// Connection trouble (08), no resources (53), shut down (57), deadlock and serialization (40),
    /// a full pool.
    private static boolean isDatabaseAway(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException) {
                return true;
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("40")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
