package dev.parley.metrics;

import dev.parley.calls.CallMeter;
import dev.parley.live.CallLog.Timings;
import dev.parley.live.EndReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts conversations, turns and how long each stage of a turn takes. No label names anybody.
public final class CallMetrics implements CallMeter {
    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(400),
        Duration.ofMillis(800),
        Duration.ofMillis(1_600),
        Duration.ofMillis(3_200),
        Duration.ofMillis(6_400)
    };

    private final Map<EndReason, Counter> ended = new EnumMap<>(EndReason.class);
    private final Counter turns;
    private final Counter interruptions;
    private final Counter falseAlarms;
    private final Counter tools;
    private final Counter failedTools;
    private final Counter troubles;
    private final Timer endOfTurn;
    private final Timer recognition;
    private final Timer firstToken;
    private final Timer firstSentence;
    private final Timer firstSound;

    public CallMetrics(MeterRegistry registry) {
        for (var reason : EndReason.values()) {
            ended.put(
                    reason,
                    Counter.builder("parley.conversations.ended")
                            .tag("reason", reason.wire())
                            .tag("fault", reason.fault().wire())
                            .register(registry));
        }
        turns = registry.counter("parley.turns");
        interruptions = registry.counter("parley.interruptions");
        falseAlarms = registry.counter("parley.false.alarms");
        tools = registry.counter("parley.tools", "result", "done");
        failedTools = registry.counter("parley.tools", "result", "failed");
        troubles = registry.counter("parley.troubles");
        endOfTurn = timer(registry, "end_of_turn");
        recognition = timer(registry, "recognition");
        firstToken = timer(registry, "first_token");
        firstSentence = timer(registry, "first_sentence");
        firstSound = timer(registry, "first_sound");
    }

    private static Timer timer(MeterRegistry registry, String stage) {
        return Timer.builder("parley.turn.latency")
                .tag("stage", stage)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @Override
    public void ended(EndReason reason) {
        var counter = ended.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void tell(Entry entry) {
        switch (entry) {
            case Entry.TurnEnded(_, var timings, _) -> turn(timings);
            case Entry.TurnAborted(_, var timings, _) -> turn(timings);
            case Entry.AgentGaveWay _ -> interruptions.increment();
            case Entry.AgentResumed _ -> falseAlarms.increment();
            case Entry.ToolAnswered(_, var result, _) ->
                    (result.hasSucceeded() ? tools : failedTools).increment();
            case Entry.Broke _ -> troubles.increment();
            case Entry.TurnBegan _,
                    Entry.VoiceBegan _,
                    Entry.VoiceEnded _,
                    Entry.WordsHeard _,
                    Entry.AgentPaused _,
                    Entry.ToolAsked _,
                    Entry.SourcesNamed _ -> {}
        }
    }

    private void turn(Timings timings) {
        turns.increment();
        record(endOfTurn, timings.voiceEnded(), timings.heard());
        record(recognition, timings.voiceEnded(), timings.wordsHeard());
        record(firstToken, timings.heard(), timings.firstToken());
        record(firstSentence, timings.heard(), timings.firstWords());
        record(firstSound, timings.firstWords(), timings.firstSound());
    }

    private static void record(Timer timer, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !to.isBefore(from)) {
            timer.record(Duration.between(from, to));
        }
    }
}
