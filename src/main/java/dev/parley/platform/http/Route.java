package dev.parley.platform.http;

/// One operation of the API. Every route names who is let in; there is no default.
///
/// @param path with parameters as `:name`
/// @param takesFiles whether the body is `multipart/form-data`, streamed to disk
public record Route(
        String method, String path, Access access, boolean takesFiles, Handler handler) {
    /// Answers a request, on a virtual thread; it may block. A [Problem] it throws is the answer.
    @FunctionalInterface
    public interface Handler {
        Response handle(Request request);
    }

    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, false, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, false, handler);
    }

    /// A POST whose body holds files; see [Request#uploads()].
    public static Route upload(String path, Access access, Handler handler) {
        return new Route("POST", path, access, true, handler);
    }

    public static Route put(String path, Access access, Handler handler) {
        return new Route("PUT", path, access, false, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route("DELETE", path, access, false, handler);
    }

    /// The same operation, answered by `other`.
    public Route handledBy(Handler other) {
        return new Route(method, path, access, takesFiles, other);
    }
}
