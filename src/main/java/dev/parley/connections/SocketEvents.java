package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversations.ConversationId;
import dev.parley.live.CallLog;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a console what goes on in its conversation, and the server's log what broke.
final class SocketEvents implements CallLog {
    private static final Logger log = LoggerFactory.getLogger(SocketEvents.class);

    private final SocketLine line;
    private final ConversationId conversation;

    SocketEvents(SocketLine line, ConversationId conversation) {
        this.line = line;
        this.conversation = conversation;
    }

    /// The first thing a console is told on a socket.
    void began(boolean isNew) {
        var type = isNew ? "conversation.started" : "conversation.resumed";
        line.event(Json.object().put("type", type).put("conversationId", conversation.value()));
    }

    @Override
    public void tell(Entry entry) {
        switch (entry) {
            case Entry.TurnBegan(var turn, var at) ->
                    line.event(
                            event("turn.began").put("turn", turn).put("at", Timestamps.write(at)));
            case Entry.TurnEnded(var turn, var timings, var at) ->
                    line.event(timed("turn.ended", turn, timings).put("at", Timestamps.write(at)));
            case Entry.TurnAborted(var turn, var timings, var at) ->
                    line.event(
                            timed("turn.aborted", turn, timings).put("at", Timestamps.write(at)));
            case Entry.VoiceBegan(var at) ->
                    line.event(event("voice.began").put("at", Timestamps.write(at)));
            case Entry.VoiceEnded(var at) ->
                    line.event(event("voice.ended").put("at", Timestamps.write(at)));
            case Entry.WordsHeard(var text, var isFinal, var at) ->
                    line.event(
                            event("words.heard")
                                    .put("text", text)
                                    .put("final", isFinal)
                                    .put("at", Timestamps.write(at)));
            case Entry.AgentPaused(var turn, var at) ->
                    line.event(
                            event("agent.paused")
                                    .put("turn", turn)
                                    .put("at", Timestamps.write(at)));
            case Entry.AgentResumed(var turn, var heard, var at) ->
                    line.event(
                            event("agent.resumed")
                                    .put("turn", turn)
                                    .put("heard", heard)
                                    .put("at", Timestamps.write(at)));
            case Entry.AgentGaveWay(var turn, var heard, var at) ->
                    line.event(
                            event("agent.gave_way")
                                    .put("turn", turn)
                                    .put("heard", heard)
                                    .put("at", Timestamps.write(at)));
            case Entry.ToolAsked(var call, var at) ->
                    line.event(
                            event("tool.asked")
                                    .put("call", call.id())
                                    .put("name", call.name())
                                    .put("arguments", call.arguments())
                                    .put("at", Timestamps.write(at)));
            case Entry.ToolAnswered(var call, var result, var at) ->
                    line.event(
                            event("tool.answered")
                                    .put("call", call.id())
                                    .put("name", call.name())
                                    .put("succeeded", result.hasSucceeded())
                                    .put("text", result.text())
                                    .put("at", Timestamps.write(at)));
            case Entry.SourcesNamed(var turn, var sources, var at) ->
                    line.event(
                            event("turn.sources")
                                    .put("turn", turn)
                                    .put("at", Timestamps.write(at))
                                    .set("sources", Json.tree(sources)));
            case Entry.Broke(var cause) -> {
                log.warn("{}: {}", conversation, cause.toString());
                line.event(event("trouble"));
            }
        }
    }

    private static ObjectNode event(String type) {
        return Json.object().put("type", type);
    }

    private static ObjectNode timed(String type, String turn, Timings timings) {
        var event = event(type).put("turn", turn);
        timings.latency().ifPresent(latency -> event.put("latencyMs", latency.toMillis()));
        var stages = Json.object();
        stage(stages, "end_of_turn", timings.voiceEnded(), timings.heard());
        stage(stages, "first_token", timings.heard(), timings.firstToken());
        stage(stages, "first_sentence", timings.firstToken(), timings.firstWords());
        stage(stages, "first_sound", timings.firstWords(), timings.firstFrame());
        return event.set("stages", stages);
    }

    /// What one stage took of the time the caller waited, one after the other.
    private static void stage(
            ObjectNode stages, String name, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !to.isBefore(from)) {
            stages.put(name, Duration.between(from, to).toMillis());
        }
    }
}
