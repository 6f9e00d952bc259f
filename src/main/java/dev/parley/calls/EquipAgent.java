package dev.parley.calls;

import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionStore;
import dev.parley.actions.calling.RunAction;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentLinkStore;
import dev.parley.agents.AgentLinkStore.Linkage;
import dev.parley.brains.Equipment;
import dev.parley.brains.knowledge.Library;
import dev.parley.live.Tools;
import dev.parley.platform.database.Database;
import dev.parley.products.Product;
import dev.parley.products.ProductStore;
import java.util.List;

/// Collects what an agent is linked to, for one conversation: what changes afterwards counts for
/// the next one.
public final class EquipAgent {
    private final Database database;
    private final AgentLinkStore links;
    private final ActionStore actions;
    private final ProductStore products;
    private final Shelves shelves;
    private final RunAction runAction;

    public EquipAgent(
            Database database,
            AgentLinkStore links,
            ActionStore actions,
            ProductStore products,
            Shelves shelves,
            RunAction runAction) {
        this.database = database;
        this.links = links;
        this.actions = actions;
        this.products = products;
        this.shelves = shelves;
        this.runAction = runAction;
    }

    /// @param tools what it may do, with what it may draw on beside
    record Kit(Equipment equipment, Tools tools) {}

    Kit run(OrgId org, AgentId agent, Call call) {
        return database.transact(
                org,
                tx -> {
                    var linked = links.of(tx, org, agent);
                    var tools =
                            linked.actions().isEmpty()
                                    ? Tools.NONE
                                    : new AgentTools(
                                            org,
                                            actions.tools(tx, org, linked.actions()),
                                            runAction,
                                            call);
                    var onSale =
                            linked.products().isEmpty()
                                    ? List.<Product>of()
                                    : products.onSale(tx, org, linked.products());
                    return new Kit(new Equipment(library(org, linked), onSale), tools);
                });
    }

    private Library library(OrgId org, Linkage linked) {
        return linked.hives().isEmpty() ? Library.EMPTY : shelves.open(org, linked.hives());
    }
}
