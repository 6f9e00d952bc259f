package dev.parley.platform.outgoing;

import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.platform.outgoing.addresses.ForbiddenAddress;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call on its way. Whoever wants no answer any more closes it, from any thread.
public final class Sending implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final Call call;
    private final GuardedClient client;
    private final long startedAt = System.nanoTime();
    private @Nullable Reason ended;
    private @Nullable HttpUriRequestBase current;

    Sending(Call call, GuardedClient client) {
        this.call = call;
        this.client = client;
    }

    /// Waits for the answer.
    ///
    /// @throws NotReached also when this was closed
    public Answer answer() throws NotReached {
        try (var _ = client.expire(this, call.bounds().deadline())) {
            return follow();
        } catch (NotReached e) {
            throw told(e.reason(), e);
        } catch (IOException
                | HttpException
                | IllegalStateException
                | RejectedExecutionException e) {
            // The last two are a client that was closed meanwhile.
            throw told(reason(e), e);
        }
    }

    /// Ends the call, if it is still going on.
    @Override
    public void close() {
        end(Reason.CLOSED);
    }

    void end(Reason why) {
        HttpUriRequestBase running;
        synchronized (this) {
            ended = ended == null ? why : ended;
            running = current;
        }
        if (running != null) {
            running.cancel();
        }
    }

    private Answer follow() throws NotReached, IOException, HttpException {
        if (!METHODS.contains(call.method()) || !CallHeaders.areGood(call.headers())) {
            throw Destinations.forbidden();
        }
        int maxRedirects = call.bounds().maxRedirects();
        var hop = Hop.first(call);
        for (int redirects = 0; ; redirects++) {
            var answer = exchange(hop);
            if (maxRedirects == 0 || !Hop.isRedirect(answer)) {
                return answer;
            }
            if (redirects == maxRedirects) {
                throw new NotReached(Reason.REDIRECTED);
            }
            hop = hop.next(answer);
        }
    }

    private Answer exchange(Hop hop) throws NotReached, IOException, HttpException {
        var to = client.destinations().find(hop.url()).orElseThrow(Destinations::forbidden);
        var place = HostAndPort.of(to.url());
        var request = request(hop, to.url());
        begin(request);
        var target = new HttpHost(to.url().getScheme(), place.host(), place.port());
        var response =
                client.wire(to.isTrusted())
                        .executeOpen(target, request, HttpClientContext.create());
        boolean isDone = false;
        try {
            var read = AnswerReader.read(response, call.bounds().maxBytes(), hop.url().toString());
            isDone = read.isDone();
            return read.answer();
        } finally {
            if (!isDone) {
                // Closing alone would read what is left, to use the connection again.
                request.cancel();
            }
            Closer.closeQuietly(response);
        }
    }

    private synchronized void begin(HttpUriRequestBase request) throws NotReached {
        if (ended != null) {
            throw new NotReached(ended);
        }
        current = request;
    }

    private HttpUriRequestBase request(Hop hop, URI url) {
        var request = new HttpUriRequestBase(hop.method(), url);
        request.setAuthority(new URIAuthority(HostAndPort.of(url).host(), url.getPort()));
        hop.headers().forEach(request::setHeader);
        request.setHeader("Accept-Encoding", AnswerReader.ENCODING);
        if (hop.body() != null) {
            request.setEntity(new ByteArrayEntity(hop.body(), null));
        }
        var left = Timeout.of(left());
        request.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(left)
                        .setResponseTimeout(left)
                        .build());
        return request;
    }

    private Duration left() {
        var left = call.bounds().deadline().minusNanos(System.nanoTime() - startedAt);
        // To the client below, 0 means forever.
        return left.toMillis() > 0 ? left : Duration.ofMillis(1);
    }

    private synchronized Reason reason(Exception e) {
        if (ended != null) {
            return ended;
        }
        return switch (e) {
            case ForbiddenAddress _ -> Reason.FORBIDDEN;
            case ConnectTimeoutException _ -> Reason.UNREACHABLE;
            case ConnectionRequestTimeoutException _, SocketTimeoutException _ -> Reason.TOO_SLOW;
            case IllegalStateException _, RejectedExecutionException _ -> Reason.CLOSED;
            default -> ofContent(e);
        };
    }

    private static Reason ofContent(Exception e) {
        boolean isProtocol = e instanceof ClientProtocolException || e instanceof HttpException;
        if (e instanceof MessageConstraintException
                || e.getCause() instanceof MessageConstraintException) {
            return Reason.TOO_LARGE;
        }
        return isProtocol || e instanceof ZipException ? Reason.UNREADABLE : Reason.UNREACHABLE;
    }

    /// For the operator's eyes: the host, and nothing that may be a secret.
    private NotReached told(Reason reason, Exception cause) {
        if (log.isDebugEnabled()) {
            log.debug(
                    "{} not reached after {} ms: {} ({})",
                    Destinations.read(call.url())
                            .map(HostAndPort::of)
                            .map(Object::toString)
                            .orElse("?"),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt),
                    reason,
                    cause.getClass().getSimpleName());
        }
        return new NotReached(reason);
    }
}
