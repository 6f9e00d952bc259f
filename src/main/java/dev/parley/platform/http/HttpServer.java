package dev.parley.platform.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// The server's socket to the world. Event loops read and write; every handler runs on a virtual
/// thread of its own.
public final class HttpServer implements AutoCloseable {
    /// The largest body read, bytes.
    public static final int MAX_BODY = 4 << 20;

    /// The largest WebSocket message read, bytes.
    public static final int MAX_MESSAGE = 1 << 20;

    /// How long a body may take to arrive.
    static final int BODY_SECONDS = 20;

    private static final int IDLE_SECONDS = 75;
    private static final int START_SECONDS = 30;

    private final Vertx vertx;
    private final int port;

    private HttpServer(Vertx vertx, int port) {
        this.vertx = vertx;
        this.port = port;
    }

    /// Listens, answering `routes`; `sockets` may add WebSocket handlers to the router.
    ///
    /// @param uploads folder for the files of requests that are being answered
    /// @throws IllegalStateException when the address cannot be listened on
    public static HttpServer start(
            HttpConfig config, Path uploads, List<Route> routes, Consumer<Router> sockets) {
        int loops = loops();
        var vertx = engine(loops);
        var port = new AtomicInteger(config.port());
        var exchanges = exchanges(config, uploads);
        var listening =
                vertx.deployVerticle(
                        () -> new Listener(router(vertx, routes, exchanges, sockets), config, port),
                        new DeploymentOptions().setInstances(loops));
        try {
            listening
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            vertx.close();
            throw new IllegalStateException(
                    "Cannot listen on %s:%d (%s). Is another server running there? PARLEY_PORT names another port."
                            .formatted(config.host(), config.port(), reason(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting to listen", e);
        }
        return new HttpServer(vertx, port.get());
    }

    /// Loads what a server is made of, and makes nothing of it: called on a thread beside by a
    /// start that waits for something else first.
    public static void warmUp() {
        engine(1).close();
    }

    private static int loops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static Vertx engine(int loops) {
        return Vertx.vertx(
                new VertxOptions()
                        .setPreferNativeTransport(true)
                        .setEventLoopPoolSize(loops)
                        .setWorkerPoolSize(1)
                        .setInternalBlockingPoolSize(1));
    }

    /// The port really listened on.
    public int port() {
        return port;
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    private static String reason(Exception e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static Function<Route, Exchange> exchanges(HttpConfig config, Path uploads) {
        var limit = new RateLimit(config.requestsPerSecond());
        var folder = new UploadFolder(uploads);
        return route -> new Exchange(route, limit, folder, config.maxUpload());
    }

    private static Router router(
            Vertx vertx,
            List<Route> routes,
            Function<Route, Exchange> exchanges,
            Consumer<Router> sockets) {
        var router = Router.router(vertx);
        router.route().handler(HttpServer::takeAddressesAsTheyAre);
        router.errorHandler(400, context -> Malformed.answer(context.request()));
        router.errorHandler(404, context -> refuse(context, new Problem.NotFound("Path")));
        sockets.accept(router);
        var methods = new TreeMap<String, List<Route>>();
        for (var route : routes) {
            methods.merge(
                    route.path(),
                    List.of(route),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
            var exchange = exchanges.apply(route);
            router.route(HttpMethod.valueOf(route.method()), route.path()).handler(exchange::begin);
        }
        methods.forEach((path, ofPath) -> {
            var allowed = String.join(", ", ofPath.stream().map(Route::method).toList());
            router.route(path)
                    .handler(context -> refuse(context, new Problem.MethodNotAllowed(allowed)));
        });
        router.route().handler(context -> refuse(context, new Problem.NotFound("Path")));
        return router;
    }

    /// A path with `//`, `..` or `%2e` names nothing, whatever it would be without them (K1).
    private static void takeAddressesAsTheyAre(RoutingContext context) {
        if (!isDecodable(context)) {
            Malformed.answer(context.request());
        } else if (context.normalizedPath().equals(context.request().path())) {
            context.next();
        } else {
            refuse(context, new Problem.NotFound("Path"));
        }
    }

    private static boolean isDecodable(RoutingContext context) {
        try {
            return context.queryParams() != null && context.normalizedPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        ProblemResponses.of(problem).writeTo(context.response());
    }

    private static final class Listener extends VerticleBase {
        private final Router router;
        private final HttpConfig config;
        private final AtomicInteger port;

        Listener(Router router, HttpConfig config, AtomicInteger port) {
            this.router = router;
            this.config = config;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer(
                            new HttpServerOptions()
                                    .setHost(config.host())
                                    .setPort(port.get())
                                    .setTcpNoDelay(true)
                                    .setIdleTimeout(IDLE_SECONDS)
                                    .setMaxHeaderSize(16 << 10)
                                    // a file's name is in one line of a form, and is read whole
                                    .setMaxFormBufferedBytes(16 << 10)
                                    .setMaxInitialLineLength(8 << 10)
                                    .setDecompressionSupported(false)
                                    .setPerMessageWebSocketCompressionSupported(false)
                                    .setPerFrameWebSocketCompressionSupported(false)
                                    .setMaxWebSocketFrameSize(MAX_MESSAGE)
                                    .setMaxWebSocketMessageSize(MAX_MESSAGE))
                    .requestHandler(router)
                    .invalidRequestHandler(Malformed::answer)
                    .listen()
                    .onSuccess(server -> port.set(server.actualPort()));
        }
    }
}
