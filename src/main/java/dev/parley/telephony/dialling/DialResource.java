package dev.parley.telephony.dialling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;

/// `POST /v1/ai-agents/{agent_id}/calls`: an agent calls somebody.
public final class DialResource {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_ORGANIZATIONS = 10_000;

    private final PlaceCall placeCall;
    private final DialConfig config;
    private final Cache<OrgId, Bucket> allowances =
            Caffeine.newBuilder().maximumSize(MAX_ORGANIZATIONS).build();

    public DialResource(PlaceCall placeCall, DialConfig config) {
        this.placeCall = placeCall;
        this.config = config;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post("/v1/ai-agents/:agent_id/calls", access.toWrite(), this::placeCall));
    }

    private Response placeCall(Request request) {
        var caller = Caller.of(request);
        var agent = new AgentId(request.id("agent_id", "Agent"));
        var input = request.body(DialInput::read);
        if (config.perMinute() == 0 || !allowance(caller.org()).tryConsume(1)) {
            throw new Problem.TooManyRequests((int) PERIOD.toSeconds());
        }
        return Response.ok(placeCall.run(caller, agent, input));
    }

    private Bucket allowance(OrgId org) {
        return allowances.get(
                org,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(config.perMinute())
                                                .refillGreedy(config.perMinute(), PERIOD))
                                .build());
    }
}
