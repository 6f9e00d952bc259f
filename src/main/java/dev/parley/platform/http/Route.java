package dev.parley.platform.http;

/// One operation of the API. Every route names who is let in; there is no default.
///
/// @param path with parameters as `:name`
public record Route(String method, String path, Access access, Handler handler) {
    /// Answers a request, on a virtual thread; it may block. A [Problem] it throws is the answer.
    @FunctionalInterface
    public interface Handler {
        Response handle(Request request);
    }

    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, handler);
    }

    public static Route put(String path, Access access, Handler handler) {
        return new Route("PUT", path, access, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route("DELETE", path, access, handler);
    }
}
