package dev.parley.telephony;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Apart;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Buying numbers, listing and releasing them, and which agent answers them. A number has at most
/// one agent: linking it to another takes it from the one before.
public final class PhonesResource {
    private static final String THING = "Phone";
    private static final String LINK = "/v1/telephony/phones/:phone_id/ai-agents/:agent_id/link";

    private final Database database;
    private final PhoneStore phones;
    private final AgentStore agents;
    private final InstantSource clock;
    private final BuyPhone buy;
    private final ReleasePhone release;
    private final FinishPurchases finish;

    public PhonesResource(
            Database database,
            PhoneStore phones,
            AgentStore agents,
            ChosenCarrier chosen,
            Ids ids,
            InstantSource clock) {
        var reservations = new Reservations(new Apart(database), clock);
        this.database = database;
        this.phones = phones;
        this.agents = agents;
        this.clock = clock;
        this.buy = new BuyPhone(database, phones, reservations, chosen, ids, clock);
        this.release = new ReleasePhone(database, phones, reservations, chosen);
        this.finish = new FinishPurchases(reservations, chosen, buy);
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/telephony/phones", access.toRead(), this::listPurchasedPhones),
                Route.post("/v1/telephony/phones", access.toWrite(), this::purchasePhone),
                Route.delete(
                        "/v1/telephony/phones/:phone_id", access.toWrite(), this::releasePhone),
                Route.post(LINK, access.toWrite(), this::linkPhoneToAgent),
                Route.delete(LINK, access.toWrite(), this::unlinkPhoneFromAgent),
                Route.get("/v1/ai-agents/:agent_id/phones", access.toRead(), this::getAgentPhones));
    }

    /// Finishes what a crash left of purchases.
    public Jobs.Chore finishing() {
        return finish.chore();
    }

    /// Gives back the numbers of an organization that is gone.
    public void releaseAll(OrgId org) {
        release.runForAll(org);
    }

    private Response listPurchasedPhones(Request request) {
        var org = Caller.of(request).org();
        var country = request.query("country_code").map(Countries::normal);
        return Response.okJson(database.find(org, phones.list(country)));
    }

    private Response purchasePhone(Request request) {
        var phone = buy.run(Caller.of(request), request.body(PurchaseInput::read));
        return Response.record(phone);
    }

    private Response releasePhone(Request request) {
        var org = Caller.of(request).org();
        var phone = database.transact(org, tx -> phone(tx, org, phoneId(request)));
        request.checkMatch(Json.bytes(phone));
        release.run(org, phone);
        return Response.acknowledged("Phone released");
    }

    private Response linkPhoneToAgent(Request request) {
        var caller = Caller.of(request);
        var agent = agentId(request);
        database.run(
                caller.org(),
                tx -> {
                    requireAgent(tx, caller.org(), agent);
                    var phone = locked(tx, caller.org(), phoneId(request));
                    if (!agent.equals(phone.agentId())) {
                        answer(tx, caller, phone, agent);
                    }
                });
        return Response.acknowledged("Phone linked to agent");
    }

    private Response unlinkPhoneFromAgent(Request request) {
        var caller = Caller.of(request);
        var agent = agentId(request);
        database.run(
                caller.org(),
                tx -> {
                    requireAgent(tx, caller.org(), agent);
                    var phone = locked(tx, caller.org(), phoneId(request));
                    if (!agent.equals(phone.agentId())) {
                        throw new Problem.NotFound("Link");
                    }
                    answer(tx, caller, phone, null);
                });
        return Response.acknowledged("Phone unlinked from agent");
    }

    private Response getAgentPhones(Request request) {
        var org = Caller.of(request).org();
        var agent = agentId(request);
        database.run(org, tx -> requireAgent(tx, org, agent));
        return Response.okJson(database.find(org, phones.listOfAgent(agent)));
    }

    private void answer(Handle tx, Caller caller, TelephoneNumber phone, @Nullable AgentId agent) {
        var at = Timestamps.write(clock.instant());
        phones.update(tx, caller.org(), phone.answeredBy(agent, caller.user().value(), at));
    }

    private TelephoneNumber phone(Handle tx, OrgId org, PhoneId id) {
        return phones.find(tx, org, id).orElseThrow(() -> new Problem.NotFound(THING));
    }

    private TelephoneNumber locked(Handle tx, OrgId org, PhoneId id) {
        return phones.findForUpdate(tx, org, id).orElseThrow(() -> new Problem.NotFound(THING));
    }

    /// Nobody deletes it until the link is stored. Before the phone, in the order in which the
    /// deletion of an agent locks the two.
    private void requireAgent(Handle tx, OrgId org, AgentId agent) {
        if (!agents.keep(tx, org, agent)) {
            throw new Problem.NotFound("Agent");
        }
    }

    private static PhoneId phoneId(Request request) {
        return new PhoneId(request.id("phone_id", THING));
    }

    private static AgentId agentId(Request request) {
        return new AgentId(request.id("agent_id", "Agent"));
    }
}
