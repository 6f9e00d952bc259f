package dev.parley.extraction;

import dev.parley.agents.Agent;
import dev.parley.brains.BuiltInBrain;
import dev.parley.brains.Equipment;
import dev.parley.brains.FakeToolbox;
import dev.parley.live.Brain;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Script;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A call to the built-in brain, transcribed as a live session does it: the greeting, then a line
/// for each turn, then the farewell if the agent hangs up.
final class BuiltInCall {
    private final List<TranscriptLine> lines = new ArrayList<>();

    private final FakeToolbox toolbox;

    private BuiltInCall(FakeToolbox toolbox) {
        this.toolbox = toolbox;
    }

    /// What becomes of a caller who says `turns` and then hangs up.
    static Extractor.Call to(Agent agent, String company, String region, List<String> turns) {
        return to(agent, company, region, Equipment.NONE, new FakeToolbox(), turns);
    }

    static Extractor.Call to(
            Agent agent,
            String company,
            String region,
            Equipment equipment,
            FakeToolbox toolbox,
            List<String> turns) {
        var call = new BuiltInCall(toolbox);
        var script = Script.of(agent, company);
        var brain = new BuiltInBrain(agent, company, region, equipment);
        call.add(Speaker.AI, script.greeting());
        for (var turn : turns) {
            if (call.isOverAfter(turn, brain)) {
                call.add(Speaker.AI, script.farewell());
                break;
            }
        }
        return new Extractor.Call(agent.name(), company, agent.language(), region, call.lines);
    }

    private boolean isOverAfter(String words, Brain brain) {
        var answer = new StringBuilder();
        var isOver = false;
        int used = toolbox.calls().size();
        var turn = new Brain.Turn(List.copyOf(lines), words, Instant.EPOCH, toolbox);
        try (var pieces = brain.answer(turn)) {
            for (var piece : pieces) {
                switch (piece) {
                    case Speech.Words(var text) -> answer.append(text);
                    case Speech.Goodbye() -> isOver = true;
                    case Speech.Pause(), Speech.Sources _ -> {}
                }
            }
        }
        add(Speaker.USER, words);
        for (var call : toolbox.calls().subList(used, toolbox.calls().size())) {
            var request =
                    "{\"name\":\"" + call.name() + "\",\"arguments\":" + call.arguments() + "}";
            add(Speaker.TOOL_REQUEST, request);
            add(Speaker.TOOL, "{\"status\":\"your order is placed\"}");
        }
        if (!answer.isEmpty()) {
            add(Speaker.AI, answer.toString());
        }
        return isOver;
    }

    private void add(Speaker speaker, String message) {
        var time = "2026-01-05T10:%02d:00.000000".formatted(lines.size());
        lines.add(new TranscriptLine(speaker, message, time, "dia." + lines.size()));
    }
}
