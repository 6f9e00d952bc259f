package dev.parley.products;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Columns.Condition;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.time.Timestamps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Products in the database.
public final class ProductStore {
    private static final Columns PRODUCTS = columns("product").of(Product.class);
    private static final Columns WITH_AGENTS =
            columns("product_with_agents").of("product", "agents");

    /// Which products a list is about; an empty list stands for all.
    ///
    /// @param tags a product has at least one of them
    record Filter(List<String> tags, List<String> ids) {}

    Page page(Database database, OrgId org, Listing listing, Filter filter) {
        return PRODUCTS.page(database, org, listing, conditions(filter));
    }

    /// Like [#page], each product with the agents that may talk about it, newest first.
    Page pageWithAgents(Database database, OrgId org, Listing listing, Filter filter) {
        return WITH_AGENTS.page(database, org, listing, conditions(filter));
    }

    Optional<Product> find(Handle tx, OrgId org, ProductId id) {
        return find(tx, org, id, "");
    }

    /// Those of `ids` that are on sale, newest first.
    public List<Product> onSale(Handle tx, OrgId org, Collection<String> ids) {
        return tx.createQuery(
                        """
                        SELECT document FROM product WHERE org_id = :org AND id = ANY(:ids)
                        ORDER BY created_at DESC, id DESC
                        """)
                .bind("org", org.value())
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .map(document -> Json.stored(document, Product.class))
                .filter(product -> product.active() && product.status().equals("active"))
                .list();
    }

    /// The product, locked until the transaction ends.
    Optional<Product> findForUpdate(Handle tx, OrgId org, ProductId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    public void insert(Handle tx, OrgId org, Product product) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO product (org_id, id, name, description, currency,
                                    default_price, tags, status, created_by, created_at, updated_at,
                                    document)
                                VALUES (:org, :id, :name, :description, :currency, :price, :tags,
                                    :status, :createdBy, :createdAt, :updatedAt, :document)
                                """),
                        org,
                        product)
                .bind("createdBy", product.createdBy())
                .bind("createdAt", Timestamps.instant(product.createdAt()))
                .execute();
    }

    void update(Handle tx, OrgId org, Product product) {
        bound(
                        tx.createUpdate(
                                """
                                UPDATE product SET name = :name, description = :description,
                                    currency = :currency, default_price = :price, tags = :tags,
                                    status = :status, updated_at = :updatedAt, document = :document
                                WHERE org_id = :org AND id = :id
                                """),
                        org,
                        product)
                .execute();
    }

    void delete(Handle tx, OrgId org, ProductId id) {
        tx.createUpdate("DELETE FROM product WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .execute();
    }

    private static Optional<Product> find(Handle tx, OrgId org, ProductId id, String lock) {
        return tx.createQuery(
                        "SELECT document FROM product WHERE org_id = :org AND id = :id " + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Product.class));
    }

    private static Columns columns(String table) {
        return new Columns(table)
                .text("name", "name")
                .text("description", "description")
                .exact("currency", "currency")
                .sortable("defaultPrice", "default_price");
    }

    private static List<Condition> conditions(Filter filter) {
        var conditions = new ArrayList<Condition>();
        if (!filter.tags().isEmpty()) {
            conditions.add(
                    new Condition(
                            "tags && CAST(? AS text[])", filter.tags().toArray(new String[0])));
        }
        if (!filter.ids().isEmpty()) {
            conditions.add(new Condition("id = ANY(?)", filter.ids().toArray(new String[0])));
        }
        return conditions;
    }

    private static Update bound(Update update, OrgId org, Product product) {
        var tags = product.tags() == null ? List.<String>of() : product.tags();
        return update.bind("org", org.value())
                .bind("id", product.id().value())
                .bind("name", product.name())
                .bind("description", product.description())
                .bind("currency", product.currency())
                .bind("price", product.defaultPrice())
                .bindArray("tags", String.class, tags)
                .bind("status", product.status())
                .bind("updatedAt", Timestamps.instant(product.updatedAt()))
                .bind("document", Json.write(product));
    }
}
