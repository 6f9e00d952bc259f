package dev.parley;

import dev.parley.actions.ActionStore;
import dev.parley.actions.SealedHeaders;
import dev.parley.agents.AgentLinkStore;
import dev.parley.hives.HiveStore;
import dev.parley.hives.Ingestion;
import dev.parley.products.ProductStore;
import dev.parley.samples.Kitchen;
import dev.parley.samples.SampleRestaurant;

/// Puts together what there is to try on the first day.
record Samples(Ground ground) {
    SampleRestaurant restaurant(Ingestion ingestion) {
        return new SampleRestaurant(
                ground.database(),
                new SampleRestaurant.Tables(
                        ground.stores().agents(),
                        new AgentLinkStore(),
                        new ActionStore(),
                        new SealedHeaders(ground.vault()),
                        new ProductStore(),
                        ground.files().records(),
                        new HiveStore()),
                ground.files().blobs(),
                new Kitchen(ground.secret()),
                ingestion,
                ground.ids(),
                ground.clock());
    }
}
