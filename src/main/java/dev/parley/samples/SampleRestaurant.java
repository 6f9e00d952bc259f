package dev.parley.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionId;
import dev.parley.actions.ActionStore;
import dev.parley.actions.ActionStore.Stored;
import dev.parley.actions.SealedHeaders;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentLinkStore;
import dev.parley.agents.AgentLinkStore.Linkage;
import dev.parley.agents.AgentStore;
import dev.parley.files.FileId;
import dev.parley.files.FileRecord;
import dev.parley.files.FileStore;
import dev.parley.files.blobs.BlobStore;
import dev.parley.files.blobs.Content;
import dev.parley.files.kinds.FileKind;
import dev.parley.hives.Hive;
import dev.parley.hives.HiveId;
import dev.parley.hives.HiveStore;
import dev.parley.hives.HiveType;
import dev.parley.hives.Ingestion;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import dev.parley.products.Product;
import dev.parley.products.ProductId;
import dev.parley.products.ProductStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Opens the sample restaurant: Sophia, who answers its telephone, knows its menu from a document,
/// sells its dishes and passes orders on to the kitchen.
public final class SampleRestaurant {
    private final Database database;
    private final Tables tables;
    private final BlobStore blobs;
    private final Kitchen kitchen;
    private final Ingestion ingestion;
    private final Ids ids;
    private final InstantSource clock;

    /// Where its parts are kept.
    public record Tables(
            AgentStore agents,
            AgentLinkStore links,
            ActionStore actions,
            SealedHeaders headers,
            ProductStore products,
            FileStore files,
            HiveStore hives) {}

    public SampleRestaurant(
            Database database,
            Tables tables,
            BlobStore blobs,
            Kitchen kitchen,
            Ingestion ingestion,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.tables = tables;
        this.blobs = blobs;
        this.kitchen = kitchen;
        this.ingestion = ingestion;
        this.ids = ids;
        this.clock = clock;
    }

    /// Opens it in the organization of `owner`.
    public void open(Caller owner) {
        var org = owner.org();
        var by = owner.user().value();
        var now = Timestamps.write(clock.instant());
        var menu = menu();
        var file =
                new FileRecord(
                        new FileId(ids.next("fil")),
                        org,
                        "menu.md",
                        FileKind.MARKDOWN,
                        menu.length,
                        by,
                        now,
                        by,
                        now);
        blobs.put(file.blob(), Content.of(menu));
        database.run(
                org,
                tx -> {
                    var agent = new AgentId(ids.next("aia"));
                    tables.agents().insert(tx, org, SampleHost.of(agent, org, by, now));
                    tables.files().insert(tx, org, List.of(file));
                    var things =
                            new Linkage(
                                    List.of(hive(tx, file, by, now)),
                                    List.of(action(tx, org, by, now)),
                                    products(tx, org, by, clock.instant()));
                    tables.links().linkAll(tx, org, agent, things);
                });
    }

    private String hive(Handle tx, FileRecord file, String by, String now) {
        ObjectNode named = Json.object().put("id", file.id().value());
        var content = new Hive.Content(HiveType.DOCS, null, List.of(named), null, null);
        var id = new HiveId(ids.next("hiv"));
        var hive = new Hive(id, file.orgId(), content, Hive.PENDING, by, now, by, now);
        tables.hives().insert(tx, file.orgId(), hive);
        ingestion.begin(tx, hive);
        return id.value();
    }

    private String action(Handle tx, OrgId org, String by, String now) {
        var id = new ActionId(ids.next("act"));
        var endpoint = SampleOrder.endpoint(kitchen);
        var sealed = tables.headers().seal(org, id, endpoint, null);
        tables.actions()
                .insert(tx, org, new Stored(SampleOrder.of(id, org, endpoint, by, now), sealed));
        return id.value();
    }

    private List<String> products(Handle tx, OrgId org, String by, Instant now) {
        var made = new ArrayList<String>();
        // Lists show the newest first, and the menu begins with the wings.
        for (var dish : Dish.ALL.reversed()) {
            var id = new ProductId(ids.next("prd"));
            var at = Timestamps.write(now.plus(made.size(), ChronoUnit.MICROS));
            tables.products().insert(tx, org, product(id, org, dish, by, at));
            made.add(id.value());
        }
        return made;
    }

    private static Product product(ProductId id, OrgId org, Dish dish, String by, String now) {
        return new Product(
                id,
                org,
                true,
                dish.cents(),
                "USD",
                dish.description(),
                dish.name(),
                false,
                dish.features(),
                false,
                null,
                List.of("menu"),
                "active",
                by,
                now,
                by,
                now);
    }

    private static byte[] menu() {
        try (var file = SampleRestaurant.class.getResourceAsStream("menu.md")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
