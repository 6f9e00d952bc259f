package dev.parley.brains;

import dev.parley.agents.Agent;
import dev.parley.live.Brain;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Toolbox;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Plays a caller: keeps the history as a live conversation would.
final class Call {
    /// A Thursday.
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Brain brain;
    private final List<TranscriptLine> history = new ArrayList<>();
    private final List<TranscriptLine.Source> sources = new ArrayList<>();
    private final Toolbox toolbox;
    private boolean over;

    Call(Agent agent, String company, String region) {
        this(agent, company, region, Equipment.NONE, Toolbox.EMPTY);
    }

    Call(Agent agent, String company, String region, Equipment equipment, Toolbox toolbox) {
        this.brain = new BuiltInBrain(agent, company, region, equipment);
        this.toolbox = toolbox;
        var mission = agent.mission();
        if (mission != null && mission.greeting() != null) {
            history.add(line(Speaker.AI, mission.greeting()));
        }
    }

    /// Says `words`, hears the answer to its end.
    String says(String words) {
        return says(words, 1);
    }

    /// Says `words`, and hears only the first `share` of the answer.
    String says(String words, double share) {
        var answer = new StringBuilder();
        try (var pieces = answer(words)) {
            for (var piece : pieces) {
                switch (piece) {
                    case Speech.Words(var text) -> answer.append(text);
                    case Speech.Goodbye() -> over = true;
                    case Speech.Sources(var named) -> sources.addAll(named);
                    case Speech.Pause() -> {}
                }
            }
        }
        history.add(line(Speaker.USER, words));
        int delivered = (int) (answer.length() * share);
        if (delivered > 0) {
            history.add(line(Speaker.AI, answer.substring(0, delivered)));
        }
        return answer.toString();
    }

    /// Says `words`, and leaves it to the test to read the answer.
    Brain.Answer answer(String words) {
        return brain.answer(new Brain.Turn(List.copyOf(history), words, NOW, toolbox));
    }

    /// Both said so, and heard it.
    void goesOn(String caller, String agent) {
        history.add(line(Speaker.USER, caller));
        if (!agent.isEmpty()) {
            history.add(line(Speaker.AI, agent));
        }
    }

    List<TranscriptLine.Source> sources() {
        return sources;
    }

    List<TranscriptLine> lines() {
        return history;
    }

    boolean isOver() {
        return over;
    }

    private static TranscriptLine line(Speaker speaker, String text) {
        return new TranscriptLine(speaker, text, "2026-01-01T00:00:00.000000", "dia.1");
    }
}
