package dev.parley.agents;

import java.util.Locale;

/// What agents are linked to. Each kind has a table of its own, and one of the links.
enum Linked {
    HIVE("Hive"),
    ACTION("Action"),
    PRODUCT("Product");

    private final String thing;

    Linked(String thing) {
        this.thing = thing;
    }

    /// What it is called in answers.
    String thing() {
        return thing;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    String links() {
        return "agent_" + table();
    }

    /// The column of its id among the links; in a path, the parameter's name.
    String column() {
        return table() + "_id";
    }
}
