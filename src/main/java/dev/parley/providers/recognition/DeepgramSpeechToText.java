package dev.parley.providers.recognition;

import dev.parley.providers.Breaker;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Speech to text over a WebSocket, in the protocol of Deepgram's live transcription
/// (developers.deepgram.com, "Live Audio"). Sound goes out on the event loop it came in on.
public final class DeepgramSpeechToText implements SpeechToText {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MAX_MESSAGE = 256 << 10;
    private static final int MAX_KEYWORDS = 50;

    private final RecognitionConfig.Deepgram config;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final ConcurrentHashMap<Vertx, WebSocketClient> clients = new ConcurrentHashMap<>();

    private @Nullable Vertx ownLoops;

    public DeepgramSpeechToText(RecognitionConfig.Deepgram config) {
        this.config = config;
    }

    @Override
    public String describe() {
        return config.model() + " at " + config.url().getHost();
    }

    @Override
    public Listening listen(Hint hint, Consumer<Heard> heard) {
        var context = context();
        var stream = new DeepgramStream(context, heard, breaker);
        if (!breaker.allows()) {
            var alone = new ProviderFailure(Reason.OVERLOADED, "it kept failing and is left alone");
            // later, as every other failure: whoever is to be told is not there yet
            context.runOnContext(_ -> stream.fail(alone));
            return stream;
        }
        clients.computeIfAbsent(context.owner(), DeepgramSpeechToText::client)
                .connect(request(hint))
                .onSuccess(socket -> context.runOnContext(_ -> stream.opened(socket)))
                .onFailure(cause -> context.runOnContext(_ -> stream.fail(failure(cause))));
        return stream;
    }

    /// The loop this runs on; one of our own for whoever is on none.
    private Context context() {
        var current = Vertx.currentContext();
        return current == null ? ownLoops().getOrCreateContext() : current;
    }

    private synchronized Vertx ownLoops() {
        var loops = ownLoops;
        if (loops == null) {
            loops =
                    Vertx.vertx(
                            new VertxOptions()
                                    .setPreferNativeTransport(true)
                                    .setEventLoopPoolSize(1));
            ownLoops = loops;
        }
        return loops;
    }

    private static WebSocketClient client(Vertx vertx) {
        return vertx.createWebSocketClient(
                new WebSocketClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setTcpNoDelay(true)
                        .setMaxConnections(100_000)
                        .setMaxFrameSize(MAX_MESSAGE)
                        .setMaxMessageSize(MAX_MESSAGE)
                        .setTryUsePerMessageCompression(false));
    }

    private WebSocketConnectOptions request(Hint hint) {
        var url = config.url();
        boolean isSecure = "wss".equals(url.getScheme());
        return new WebSocketConnectOptions()
                .setSsl(isSecure)
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : isSecure ? 443 : 80)
                .setTimeout(CONNECT_MILLIS)
                .addHeader("Authorization", "Token " + config.key())
                .setURI(path(url) + "?" + query(hint));
    }

    private static String path(URI url) {
        var path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        return path.isEmpty() ? "/v1/listen" : path;
    }

    private String query(Hint hint) {
        var query =
                new StringBuilder("encoding=linear16&sample_rate=16000&channels=1")
                        .append("&interim_results=true&smart_format=true&endpointing=false&model=")
                        .append(encode(config.model()))
                        .append("&language=")
                        .append(encode(hint.language()));
        hint.keywords().stream()
                .limit(MAX_KEYWORDS)
                .forEach(word -> query.append("&keywords=").append(encode(word)));
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ProviderFailure failure(Throwable cause) {
        if (cause instanceof UpgradeRejectedException rejected) {
            int status = rejected.getStatus();
            boolean isOurs = status == 429 || status >= 500;
            return new ProviderFailure(
                    isOurs ? Reason.OVERLOADED : Reason.REFUSED,
                    "the recogniser answers with status " + status);
        }
        return new ProviderFailure(
                Reason.UNREACHABLE, "no recogniser: " + cause.getClass().getSimpleName());
    }
}
