package dev.parley.products;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.time.Timestamps;
import dev.parley.products.ProductStore.Filter;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The operations on products, and the list of the console that shows their agents as well.
public final class ProductsResource {
    private static final String THING = "Product";

    private final Database database;
    private final ProductStore products;
    private final Sellers sellers;
    private final Ids ids;
    private final InstantSource clock;

    /// Who may talk about a product; kept by the feature that knows agents.
    @FunctionalInterface
    public interface Sellers {
        /// Makes `agents` the ones, and nobody else.
        ///
        /// @throws Problem.Invalid naming each that is no agent of the organization
        void replace(Handle tx, OrgId org, ProductId product, List<String> agents);
    }

    public ProductsResource(
            Database database,
            ProductStore products,
            Sellers sellers,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.products = products;
        this.sellers = sellers;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/products", access.toRead(), this::listProducts),
                Route.get("/v1/ui/products", access.toRead(), this::listProductsDetailed),
                Route.post("/v1/products", access.toWrite(), this::createProduct),
                Route.get("/v1/products/:product_id", access.toRead(), this::getProduct),
                Route.put("/v1/products/:product_id", access.toWrite(), this::updateProduct),
                Route.delete("/v1/products/:product_id", access.toWrite(), this::deleteProduct));
    }

    private Response listProducts(Request request) {
        var listing = Listing.of(request);
        var org = Caller.of(request).org();
        return products.page(database, org, listing, filter(request)).response();
    }

    private Response listProductsDetailed(Request request) {
        var listing = Listing.of(request);
        var org = Caller.of(request).org();
        return products.pageWithAgents(database, org, listing, filter(request)).response();
    }

    private Response createProduct(Request request) {
        var caller = Caller.of(request);
        var input = request.body(ProductInput::read);
        var now = now();
        var id = new ProductId(ids.next("prd"));
        var product = product(id, caller, input, caller.user().value(), now, now);
        database.run(
                caller.org(),
                tx -> {
                    products.insert(tx, caller.org(), product);
                    link(tx, product, input);
                });
        return Response.record(product);
    }

    private Response getProduct(Request request) {
        var org = Caller.of(request).org();
        return database.transact(org, tx -> products.find(tx, org, id(request)))
                .map(Response::record)
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private Response updateProduct(Request request) {
        var caller = Caller.of(request);
        var input = request.body(ProductInput::read);
        return database.transact(
                caller.org(),
                tx -> {
                    var before = locked(tx, caller.org(), request);
                    var after =
                            product(
                                    before.id(),
                                    caller,
                                    input,
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    products.update(tx, caller.org(), after);
                    link(tx, after, input);
                    return Response.record(after);
                });
    }

    private Response deleteProduct(Request request) {
        var org = Caller.of(request).org();
        database.run(org, tx -> products.delete(tx, org, locked(tx, org, request).id()));
        return Response.acknowledged("Product deleted");
    }

    private Product locked(Handle tx, OrgId org, Request request) {
        var found =
                products.findForUpdate(tx, org, id(request))
                        .orElseThrow(() -> new Problem.NotFound(THING));
        request.checkMatch(Json.bytes(found));
        return found;
    }

    private void link(Handle tx, Product product, ProductInput input) {
        if (input.agentIds() != null) {
            sellers.replace(tx, product.orgId(), product.id(), input.agentIds());
        }
    }

    private static Product product(
            ProductId id,
            Caller caller,
            ProductInput input,
            String createdBy,
            String createdAt,
            String now) {
        return new Product(
                id,
                caller.org(),
                input.active(),
                input.defaultPrice(),
                input.currency(),
                input.description(),
                input.name(),
                input.shippable(),
                input.features(),
                input.scheduleAppointment(),
                input.props(),
                input.tags(),
                input.status(),
                createdBy,
                createdAt,
                caller.user().value(),
                now);
    }

    private String now() {
        return Timestamps.write(clock.instant());
    }

    private static Filter filter(Request request) {
        return new Filter(request.queryAll("tags"), request.queryAll("product_ids"));
    }

    private static ProductId id(Request request) {
        return new ProductId(request.id("product_id", THING));
    }
}
