package dev.parley.users;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.Role;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lists.Listing;
import dev.parley.users.UserStore.NewUser;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/// The five operations on members. Nobody raises their own role, only an owner makes, changes or
/// removes an owner, and one owner always stays (K10).
public final class UsersResource {
    private static final String THING = "User";
    private static final String USERS = "/v1/users";
    private static final String USER = "/v1/users/:user_id";

    private final Database database;
    private final UserStore users;
    private final Ids ids;
    private final InstantSource clock;

    public UsersResource(Database database, UserStore users, Ids ids, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get(USERS, access.toRead(), this::listUsers),
                Route.post(USERS, access.toAdminister(), this::createUser),
                Route.get(USER, access.toRead(), this::getUser),
                Route.put(USER, access.toAdminister(), this::updateUser),
                Route.delete(USER, access.toAdminister(), this::deleteUser));
    }

    private Response listUsers(Request request) {
        var listing = Listing.of(request);
        var withResellers = showsResellers(request);
        var org = Caller.of(request).org();
        return users.page(database, org, listing, withResellers).response();
    }

    private static boolean showsResellers(Request request) {
        return switch (request.query("showResellerOwner").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new Problem.Invalid(
                            "query",
                            "showResellerOwner",
                            "Should be 'true' or 'false'",
                            "bool_parsing");
        };
    }

    private Response createUser(Request request) {
        var caller = Caller.of(request);
        var input = request.body(UserInput::readNew);
        var role = Objects.requireNonNullElse(input.role(), Role.READ_ONLY);
        checkAppoints(caller, role);
        var user =
                new NewUser(
                        new UserId(ids.next("usr")),
                        Objects.requireNonNull(input.email()),
                        role,
                        input.fullName(),
                        input.phoneNumber(),
                        null,
                        caller.user().value());
        return database.transact(
                caller.org(),
                tx -> {
                    if (!users.insert(tx, caller.org(), user, clock.instant())) {
                        throw addressTaken();
                    }
                    return answer(find(tx, caller, user.id()));
                });
    }

    private Response getUser(Request request) {
        var caller = Caller.of(request);
        return answer(database.transact(caller.org(), tx -> find(tx, caller, id(request))));
    }

    private Response updateUser(Request request) {
        var input = request.body(UserInput::read);
        return change(request, (tx, user) -> update(tx, Caller.of(request), user, input));
    }

    private void update(Handle tx, Caller caller, User user, UserInput input) {
        var role = input.role();
        if (role != null && role != user.role()) {
            checkAppoints(caller, role);
            if (user.id().equals(caller.user()) && role.outranks(user.role())) {
                throw new Problem.Forbidden("Nobody raises their own role");
            }
            checkOneOwnerStays(tx, caller, user);
        }
        var email = input.email();
        if (email != null
                && users.find(tx, caller.org(), email)
                        .filter(other -> !other.id().equals(user.id()))
                        .isPresent()) {
            throw addressTaken();
        }
        var by = caller.user().value();
        users.update(tx, caller.org(), user.id(), input, by, clock.instant());
    }

    private Response deleteUser(Request request) {
        var caller = Caller.of(request);
        return database.transact(
                caller.org(),
                tx -> {
                    var user = findToChange(tx, request);
                    checkOneOwnerStays(tx, caller, user);
                    users.delete(tx, caller.org(), user.id());
                    return Response.okJson(json(user));
                });
    }

    private Response change(Request request, BiConsumer<Handle, User> change) {
        var caller = Caller.of(request);
        return database.transact(
                caller.org(),
                tx -> {
                    var user = findToChange(tx, request);
                    change.accept(tx, user);
                    return answer(find(tx, caller, user.id()));
                });
    }

    /// The member, with every other change of members waiting: owners are counted.
    private User findToChange(Handle tx, Request request) {
        var caller = Caller.of(request);
        users.lockAll(tx, caller.org());
        var user = find(tx, caller, id(request));
        request.checkMatch(json(user));
        if (!caller.role().mayAppoint(user.role())) {
            throw new Problem.Forbidden("Your role may not change a member who is " + user.role());
        }
        return user;
    }

    private User find(Handle tx, Caller caller, UserId id) {
        return users.find(tx, caller.org(), id).orElseThrow(() -> new Problem.NotFound(THING));
    }

    private void checkOneOwnerStays(Handle tx, Caller caller, User leaving) {
        if (leaving.role() == Role.OWNER && users.owners(tx, caller.org()) == 1) {
            throw new Problem.Conflict("The last owner stays; make somebody else an owner first");
        }
    }

    private static void checkAppoints(Caller caller, Role role) {
        if (!caller.role().mayAppoint(role)) {
            throw new Problem.Forbidden("Your role may not make a member " + role);
        }
    }

    private static Problem.Conflict addressTaken() {
        return new Problem.Conflict("A member has this address already");
    }

    private static UserId id(Request request) {
        return new UserId(request.id("user_id", THING));
    }

    private static Response answer(User user) {
        return Response.record(json(user));
    }

    private static byte[] json(User user) {
        return user.document().getBytes(StandardCharsets.UTF_8);
    }
}
