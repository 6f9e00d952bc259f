package dev.parley.deliveries;

import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionId;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationEvents;
import dev.parley.deliveries.Delivery.Status;
import dev.parley.jobs.Jobs;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.time.Timestamps;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Writes down what actions are to be told, with what has happened: it is told if and only if it
/// has. What the API would answer at that moment is what is sent, however late.
public final class EnqueueEvents implements ConversationEvents {
    private static final String ON_START = "webhook.conversation_start";
    private static final String ON_END = "webhook.conversation_end";

    private final Jobs jobs;
    private final DeliveryStore deliveries;
    private final ReceiverStore receivers;
    private final Ids ids;
    private final InstantSource clock;

    public EnqueueEvents(Jobs jobs, Ids ids, InstantSource clock) {
        this.jobs = jobs;
        this.deliveries = new DeliveryStore();
        this.receivers = new ReceiverStore();
        this.ids = ids;
        this.clock = clock;
    }

    /// What an action is triggered by to be told of `event`.
    static String trigger(String event) {
        return event.equals(EventBody.START) ? ON_START : ON_END;
    }

    @Override
    public void started(Handle tx, Conversation conversation, String connectionId) {
        var wanting =
                receivers.wanting(tx, conversation.orgId(), conversation.aiAgentId(), ON_START);
        if (!wanting.isEmpty()) {
            var body = EventBody.start(conversation, connectionId, clock.instant());
            wanting.forEach(one ->
                    enqueue(tx, conversation, one.action(), EventBody.START, body, one.isGone()));
        }
    }

    @Override
    public void ended(Handle tx, Conversation conversation) {
        var wanting = receivers.wanting(tx, conversation.orgId(), conversation.aiAgentId(), ON_END);
        if (!wanting.isEmpty()) {
            var body = EventBody.end(EventBody.END, conversation, clock.instant());
            wanting.forEach(one ->
                    enqueue(tx, conversation, one.action(), EventBody.END, body, one.isGone()));
        }
    }

    /// Told to those who were told the end: always both, and never the other way round.
    @Override
    public void analysed(Handle tx, Conversation conversation) {
        var org = conversation.orgId();
        var told = deliveries.toldOfEnd(tx, org, conversation.id());
        if (!told.isEmpty()) {
            var body = EventBody.end(EventBody.ANALYSED, conversation, clock.instant());
            for (var action : told) {
                var isGone = receivers.isGone(tx, org, action);
                enqueue(tx, conversation, action, EventBody.ANALYSED, body, isGone);
            }
        }
    }

    @Override
    public void committed() {
        jobs.hurry();
    }

    private void enqueue(
            Handle tx,
            Conversation conversation,
            ActionId action,
            String event,
            String body,
            boolean isGone) {
        OrgId org = conversation.orgId();
        var now = Timestamps.write(clock.instant());
        var delivery =
                new Delivery(
                        new DeliveryId(ids.next("evt")),
                        org,
                        action,
                        conversation.id(),
                        event,
                        isGone ? Status.DISABLED : Status.PENDING,
                        0,
                        null,
                        now,
                        now);
        deliveries.insert(tx, org, delivery, body);
        if (!isGone) {
            DeliverEvent.enqueue(jobs, tx, delivery, clock.instant());
        }
    }
}
