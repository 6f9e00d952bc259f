package dev.parley.organizations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.IssueKey;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.users.UserStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// The five operations on the organization. The caller's is the only one there is; making another
/// takes the operator's key.
public final class OrganizationsResource {
    private static final String THING = "Organization";
    private static final String ORGANIZATIONS = "/v1/organizations";
    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private final Database database;
    private final OperatorKey operatorKey;
    private final Consumer<OrgId> ended;
    private final InstantSource clock;
    private final OrganizationStore organizations = new OrganizationStore();
    private final CreateOrganization createOrganization;

    /// @param ended told at once when an organization is deleted here
    public OrganizationsResource(
            Database database,
            AccountStore accounts,
            UserStore users,
            OperatorKey operatorKey,
            Consumer<OrgId> ended,
            IssueKey issueKey,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.operatorKey = operatorKey;
        this.ended = ended;
        this.clock = clock;
        this.createOrganization =
                new CreateOrganization(
                        database, accounts, organizations, users, issueKey, ids, clock);
    }

    public List<Route> routes(Authentication access) {
        var operator = operatorKey.access(access.toRead());
        return List.of(
                Route.get(ORGANIZATIONS, access.toRead(), this::getOrganization),
                Route.post(ORGANIZATIONS, operator, this::createOrganization),
                Route.delete(ORGANIZATIONS, access.toOwn(), this::deleteOrganization),
                Route.get("/v1/organizations/branding", access.toGreet(), this::getBranding),
                Route.put("/v1/organizations/branding", access.toAdminister(), this::putBranding),
                Route.put(
                        "/v1/organizations/:org_id",
                        access.toAdminister(),
                        this::updateOrganization));
    }

    private record Creation(OrganizationInput org, String adminUserName) {
        static Creation read(Fields body) {
            return new Creation(
                    body.object("org", OrganizationInput::read, OrganizationInput.NONE),
                    body.text("adminUserName", 1, 512));
        }
    }

    private Response getOrganization(Request request) {
        var org = Caller.of(request).org();
        return Response.record(
                database.transact(org, tx -> organizations.find(tx, org)).orElseThrow(this::gone));
    }

    /// Answers the owner, as the contract has it, and the owner's key, once.
    private Response createOrganization(Request request) {
        var creation = request.body(Creation::read);
        var made = createOrganization.run(creation.org(), creation.adminUserName());
        ObjectNode answer = Json.stored(made.owner().document());
        return Response.ok(answer.put("secretKey", made.key().text()))
                .with("Cache-Control", "no-store");
    }

    private Response updateOrganization(Request request) {
        var caller = Caller.of(request);
        var org = caller.org();
        if (!request.id("org_id", THING).equals(org.value())) {
            throw new Problem.NotFound(THING);
        }
        var input = request.body(OrganizationInput::read);
        return database.transact(
                org,
                tx -> {
                    var before = organizations.findForUpdate(tx, org).orElseThrow(this::gone);
                    request.checkMatch(Json.bytes(before));
                    organizations.update(tx, org, input, caller.user().value(), clock.instant());
                    return Response.record(organizations.find(tx, org).orElseThrow(this::gone));
                });
    }

    private Response deleteOrganization(Request request) {
        var org = Caller.of(request).org();
        database.run(
                org,
                tx -> {
                    if (!organizations.delete(tx, org, clock.instant())) {
                        throw gone();
                    }
                });
        ended.accept(org);
        return Response.acknowledged("Organization deleted");
    }

    private Response getBranding(Request request) {
        var org = Caller.of(request).org();
        var branding = database.transact(org, tx -> organizations.branding(tx, org));
        return Response.okJson(
                branding.map(json -> json.getBytes(StandardCharsets.UTF_8)).orElse(NULL));
    }

    private Response putBranding(Request request) {
        var caller = Caller.of(request);
        var branding = request.body(Branding::read);
        database.run(
                caller.org(),
                tx ->
                        organizations.setBranding(
                                tx,
                                caller.org(),
                                branding.equals(Branding.NONE) ? null : Json.write(branding),
                                caller.user().value(),
                                clock.instant()));
        return Response.ok(branding);
    }

    private Problem gone() {
        return new Problem.NotFound(THING);
    }
}
