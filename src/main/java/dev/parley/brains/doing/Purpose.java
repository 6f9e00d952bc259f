package dev.parley.brains.doing;

import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.live.Tool;

/// What a tool is there for, as far as its words tell.
public enum Purpose {
    ORDER,
    BOOKING,
    MESSAGE,
    CALLBACK,
    /// It only looks something up.
    LOOKUP,
    OTHER;

    static Purpose of(Tool tool) {
        var called = Utterance.of(Meaning.readable(tool.name()) + ". " + tool.title());
        var purpose = of(called);
        if (purpose != OTHER || called.says(Cue.TOOL_CHANGES)) {
            return purpose;
        }
        var first = MissionFacts.sentences(tool.description()).stream().findFirst().orElse("");
        return of(Utterance.of(first));
    }

    private static Purpose of(Utterance words) {
        if (words.says(Cue.TOOL_CHANGES)) {
            return OTHER;
        } else if (words.says(Cue.TOOL_LOOKS_UP)) {
            return LOOKUP;
        } else if (words.says(Cue.TOOL_CALLS_BACK)) {
            return CALLBACK;
        } else if (words.says(Cue.TOOL_ORDERS)) {
            return ORDER;
        } else if (words.says(Cue.TOOL_BOOKS)) {
            return BOOKING;
        }
        return words.says(Cue.TOOL_TELLS) ? MESSAGE : OTHER;
    }
}
