package dev.parley.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.calls.CallMeter;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.function.IntSupplier;

/// `GET /metrics`: the figures of this server, as Prometheus reads them.
public final class Metrics implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final CallMetrics calls = new CallMetrics(registry);
    private final ProviderMetrics providers = new ProviderMetrics(registry);
    private final MetricsConfig config;

    public Metrics(MetricsConfig config) {
        this.config = config;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /// Counts what happens in conversations.
    public CallMeter calls() {
        return calls;
    }

    /// Measures what the providers do.
    public ProviderMetrics providers() {
        return providers;
    }

    /// Shows a number as it is when somebody looks.
    ///
    /// @param name with dots between its words
    public void show(String name, IntSupplier number) {
        registry.gauge(name, number, IntSupplier::getAsInt);
    }

    public Route route() {
        return Route.get("/metrics", access(), this::read);
    }

    private Response read(Request request) {
        return Response.of(200, TEXT, registry.scrape().getBytes(UTF_8))
                .with("Cache-Control", "no-store");
    }

    private Access access() {
        return new Access() {
            @Override
            public Optional<Principal> known(Credentials credentials) {
                return mayRead(credentials) ? Optional.of(Principal.ANYBODY) : Optional.empty();
            }

            @Override
            public Principal admit(Credentials credentials) {
                if (!mayRead(credentials)) {
                    throw new Problem.NotFound("Page");
                }
                return Principal.ANYBODY;
            }
        };
    }

    private boolean mayRead(Credentials credentials) {
        var address = credentials.address();
        return switch (config.readers()) {
            case EVERYONE -> true;
            case NOBODY -> false;
            case LOOPBACK ->
                    address.startsWith("127.")
                            || address.equals("::1")
                            || address.startsWith("0:0:0:0:0:0:0:1");
        };
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
