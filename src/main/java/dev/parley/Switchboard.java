package dev.parley;

import dev.parley.actions.ActionStore;
import dev.parley.actions.calling.RunAction;
import dev.parley.agents.AgentLinkStore;
import dev.parley.brains.Brains;
import dev.parley.calls.CallMeter;
import dev.parley.calls.Calls;
import dev.parley.calls.Calls.Customs;
import dev.parley.calls.EquipAgent;
import dev.parley.calls.Shelves;
import dev.parley.conversations.LeaseStore;
import dev.parley.conversations.StartConversation;
import dev.parley.conversations.TranscriptJournal;
import dev.parley.jobs.Nodes;
import dev.parley.products.ProductStore;
import dev.parley.recordings.RecordingConfig;

/// Puts live calls together.
final class Switchboard {
    private final Ground ground;
    private final Shelves shelves;
    private final RunAction runAction;

    Switchboard(Ground ground, Shelves shelves, RunAction runAction) {
        this.ground = ground;
        this.shelves = shelves;
        this.runAction = runAction;
    }

    Calls calls(
            LeaseStore leases,
            Nodes nodes,
            TranscriptJournal journal,
            Brains brains,
            CallMeter meter) {
        var start =
                new StartConversation(
                        ground.database(),
                        ground.stores().conversations(),
                        leases,
                        nodes,
                        ground.events(),
                        ground.ids(),
                        ground.clock());
        return new Calls(
                ground.config().calls(),
                equip(),
                start,
                journal,
                brains,
                new Customs(ground.config().recording().when() == RecordingConfig.When.ASK, meter),
                ground.clock());
    }

    private EquipAgent equip() {
        return new EquipAgent(
                ground.database(),
                new AgentLinkStore(),
                new ActionStore(),
                new ProductStore(),
                shelves,
                runAction);
    }
}
