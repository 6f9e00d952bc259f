package dev.parley.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Secret;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.platform.outgoing.OwnEndpoint;
import java.math.BigDecimal;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The endpoint behind the sample restaurant's order action: it works out what an order costs, and
/// keeps nothing. The restaurant's action has a key of its own for it.
public final class Kitchen {
    private static final String PATH = "/v1/samples/orders";
    private static final String HOST = "sample.localhost";
    private static final int MOST_ITEMS = 50;
    private static final int MOST_OF_ONE = 99;
    private static final Set<String> HANDOVERS = Set.of("pickup", "delivery");

    /// How the action reaches it, wherever the server listens.
    static final String URL = "http://" + HOST + PATH;

    private final Secret secret;

    public Kitchen(Secret secret) {
        this.secret = secret;
    }

    /// What the guarded client must know of it.
    ///
    /// @param base where this server listens
    public static OwnEndpoint endpoint(Supplier<URI> base) {
        return new OwnEndpoint(HOST, PATH, base);
    }

    public List<Route> routes(Authentication access) {
        return List.of(Route.post(PATH, new OrActionsKey(access.toWrite()), this::orderFromSample));
    }

    /// What the action says it is.
    String authorization() {
        return "Bearer " + HexFormat.of().formatHex(secret.hash("orders of the sample restaurant"));
    }

    private Response orderFromSample(Request request) {
        return Response.record(request.body(this::receipt));
    }

    private ObjectNode receipt(Fields order) {
        var items = items(order);
        order.text("name", 1, 256);
        order.text("phone", 1, 64);
        boolean isDelivered = order.choice("handover", HANDOVERS).equals("delivery");
        if (isDelivered) {
            order.text("address", 1, 512);
        }
        order.optionalText("notes", 0, 2_048);
        long total = items.stream().mapToLong(Item::cents).sum();
        var receipt = Json.object().put("total", dollars(total));
        receipt.put("readyInMinutes", isDelivered ? 40 : 25);
        var list = receipt.putArray("items");
        for (var item : items) {
            list.addObject()
                    .put("product", item.dish)
                    .put("quantity", item.quantity)
                    .put("price", dollars(item.cents));
        }
        return receipt;
    }

    private static List<Item> items(Fields order) {
        var items = order.objects("items", MOST_ITEMS, Kitchen::item);
        if (items.isEmpty()) {
            order.wrong("items", "An order has at least one dish", "too_short");
        }
        return items;
    }

    private record Item(String dish, int quantity, long cents) {}

    private static Item item(Fields item) {
        var name = item.text("product", 1, 256);
        int quantity = (int) item.whole("quantity", 1, MOST_OF_ONE);
        var dish = Dish.named(name);
        if (dish.isEmpty()) {
            item.wrong("product", "We do not have this; the menu says what we have", "not_found");
        }
        long cents = dish.map(known -> known.cents() * quantity).orElse(0L);
        return new Item(dish.map(Dish::name).orElse(name), quantity, cents);
    }

    private static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString() + " USD";
    }

    /// The action's own key, or anybody who may change things.
    private final class OrActionsKey implements Access {
        private final Access others;

        OrActionsKey(Access others) {
            this.others = others;
        }

        @Override
        public Optional<Principal> known(Credentials credentials) {
            return isAction(credentials)
                    ? Optional.of(Principal.ANYBODY)
                    : others.known(credentials);
        }

        @Override
        public Principal admit(Credentials credentials) {
            return isAction(credentials) ? Principal.ANYBODY : others.admit(credentials);
        }

        private boolean isAction(Credentials credentials) {
            var given = credentials.authorization();
            return given.size() == 1
                    && MessageDigest.isEqual(
                            given.getFirst().getBytes(UTF_8), authorization().getBytes(UTF_8));
        }
    }
}
