package dev.parley.page;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Caller;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentStore;
import dev.parley.connections.ConnectionsResource;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the page at `/talk` asks first, and the way in for those who need no key: on the first day
/// nobody has one at hand. It leads to the oldest active agent of the server's first organization,
/// which on a fresh server is the sample's, and to nothing else.
public final class WelcomeResource {
    private static final int AT_MOST = 30;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Database database;
    private final AccountStore accounts;
    private final AgentStore agents;
    private final ConnectionsResource connections;
    private final Supplier<VoiceSupport> voice;
    private final PageConfig config;
    private final InstantSource clock;
    private Instant since = Instant.EPOCH;
    private int begun;

    /// @param voice what the server can do with sound; asked per request
    public WelcomeResource(
            Database database,
            AccountStore accounts,
            AgentStore agents,
            ConnectionsResource connections,
            Supplier<VoiceSupport> voice,
            PageConfig config,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.agents = agents;
        this.connections = connections;
        this.voice = voice;
        this.config = config;
        this.clock = clock;
    }

    /// The host of a visitor without a key.
    private record Host(Caller caller, Agent agent) {}

    public List<Route> routes() {
        return List.of(
                Route.get("/page/welcome", Visitor.ANY, this::welcome),
                Route.post("/page/connections", Visitor.ANY, this::connect));
    }

    private Response welcome(Request request) {
        var host = isOpenTo(request) ? host() : Optional.<Host>empty();
        var answer =
                Json.object()
                        .put("hears", voice.get().hears())
                        .put("speaks", voice.get().speaks())
                        .put("needsKey", host.isEmpty());
        host.ifPresent(there ->
                answer.putObject("agent")
                        .put("name", there.agent().name())
                        .put("role", there.agent().role()));
        return Response.ok(answer).with("Cache-Control", "no-store");
    }

    private Response connect(Request request) {
        if (!isOpenTo(request) || Visitor.isForeign(request)) {
            throw new Problem.Unauthorized();
        }
        take();
        var host = host().orElseThrow(Problem.Unauthorized::new);
        return connections.prepare(host.caller(), host.agent().id(), "page");
    }

    private boolean isOpenTo(Request request) {
        return switch (config.open()) {
            case EVERYONE -> true;
            case LOOPBACK -> Visitor.isHere(request);
            case NOBODY -> false;
        };
    }

    private Optional<Host> host() {
        var now = clock.instant();
        return database.system(tx -> accounts.firstCaller(tx, now))
                .flatMap(caller ->
                        database.transact(caller.org(), tx -> agents.oldestActive(tx, caller.org()))
                                .map(agent -> new Host(caller, agent)));
    }

    /// So many conversations are begun within a minute, by all visitors together.
    private synchronized void take() {
        var now = clock.instant();
        if (Duration.between(since, now).compareTo(WITHIN) >= 0) {
            since = now;
            begun = 0;
        }
        if (++begun > AT_MOST) {
            throw new Problem.TooManyRequests(
                    WITHIN.minus(Duration.between(since, now)).toSecondsPart() + 1);
        }
    }
}
