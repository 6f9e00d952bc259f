package dev.parley;

import dev.parley.actions.SealedHeaders;
import dev.parley.deliveries.DeliverEvent;
import dev.parley.deliveries.DeliveriesResource;
import dev.parley.deliveries.PurgeDeliveries;
import dev.parley.deliveries.SendEvent;
import dev.parley.deliveries.SigningSecrets;

/// Puts together what tells actions of conversations.
final class Postbox {
    private final Ground ground;
    private final SigningSecrets secrets;

    Postbox(Ground ground) {
        this.ground = ground;
        this.secrets = new SigningSecrets(ground.vault(), ground.clock());
    }

    /// Has the ground's jobs deliver events and forget old ones.
    void open() {
        var send =
                new SendEvent(
                        ground.database(),
                        ground.jobs(),
                        ground.outgoing(),
                        new SealedHeaders(ground.vault()),
                        secrets,
                        ground.clock());
        var deliver =
                new DeliverEvent(
                        ground.database(),
                        ground.jobs(),
                        ground.stores().accounts(),
                        send,
                        ground.clock());
        ground.jobs().handle(deliver.job());
        ground.jobs().repeat(new PurgeDeliveries(ground.database(), ground.clock()).chore());
    }

    DeliveriesResource resource() {
        return new DeliveriesResource(ground.database(), ground.jobs(), secrets, ground.clock());
    }
}
