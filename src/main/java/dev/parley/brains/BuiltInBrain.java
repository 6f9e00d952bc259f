package dev.parley.brains;

import dev.parley.agents.Agent;
import dev.parley.brains.desk.Caller;
import dev.parley.brains.desk.Desk;
import dev.parley.brains.desk.Detail;
import dev.parley.brains.desk.Draft;
import dev.parley.brains.desk.FreeText;
import dev.parley.brains.desk.Heard;
import dev.parley.brains.desk.Plan;
import dev.parley.brains.desk.Progress;
import dev.parley.brains.desk.Reception;
import dev.parley.brains.desk.Uptake;
import dev.parley.brains.knowledge.Knowledge;
import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Tongue;
import dev.parley.brains.words.Utterance;
import dev.parley.live.Brain;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.CallerDetails;
import dev.parley.understanding.Intent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// A receptionist that works by rules alone, for when no language model is configured: answers from
/// what the mission states, takes orders, bookings and messages, and says what it does not know.
public final class BuiltInBrain implements Brain {
    private static final int MOST_CHARACTERS = 2_000;

    private final Agent agent;
    private final String companyName;
    private final String region;
    private final Desk desk;
    private final Phrases phrases = new Phrases();

    /// What both have said, as the caller's details are read from it.
    private final List<Said> log = new ArrayList<>();

    private Progress progress = Progress.start();
    private Progress before = progress;
    private Tongue.Choice tongue;
    private CallerDetails details;
    private Caller caller;
    private Caller callerBefore;
    private String lastHeard = "";
    private String lastAnswer = "";
    private int linesSeen;

    private record Said(boolean byAgent, String text) {}

    /// @param region ISO 3166 country, the default for phone numbers without a prefix
    public BuiltInBrain(Agent agent, String companyName, String region) {
        this(agent, companyName, region, Equipment.NONE);
    }

    public BuiltInBrain(Agent agent, String companyName, String region, Equipment equipment) {
        this.agent = agent;
        this.companyName = companyName;
        this.region = region;
        var known = MissionFacts.of(agent, companyName);
        desk = new Desk(agent.name(), companyName, Plan.of(agent.mission()), new Knowledge(known));
        tongue = Tongue.Choice.of(agent.language());
        details = unknownCaller();
        caller = Caller.of(details);
        callerBefore = caller;
    }

    @Override
    public Answer answer(Turn turn) {
        var latest = cut(turn.heard());
        boolean reached = true;
        if (lastAnswerWasNotHeard(turn.history())) {
            takeBackLastTurn();
            latest = cut(lastHeard + ' ' + latest);
            reached = before.tries() == 0;
        } else {
            reached = catchUp(turn.history());
        }
        linesSeen = turn.history().size();
        lastHeard = latest;
        before = progress;
        return spoken(decide(latest, reached));
    }

    private Draft decide(String latest, boolean reached) {
        var lastWords = lastWords();
        var words = Utterance.of(latest);
        // With a phone number complete, the figures of "no, Wednesday at 11" do not correct it.
        boolean keepsPhone = caller.phone() != null && !caller.phoneIsPartial();
        var whole = Utterance.of(cut((progress.unfinished() + ' ' + latest).strip()));
        note(new Said(false, keepsPhone ? FreeText.withoutTime(whole) : whole.text()));
        callerBefore = caller;
        caller =
                Uptake.onlyReacts(latest)
                        ? callerBefore
                        : Caller.of(details).orElse(callerBefore, words);
        tongue = tongue.after(words, isDictating());
        var draft = new Draft(phrases, tongue.spoken());
        var heard = new Heard(whole, words, Intent.of(latest), callerBefore, caller, reached);
        progress = new Reception(desk, draft, heard, progress.brokenOff("")).answer(lastWords);
        lastAnswer = String.join(" ", draft.sentences());
        return draft;
    }

    private String lastWords() {
        return log.isEmpty() || !log.getLast().byAgent ? lastAnswer : log.getLast().text;
    }

    private boolean isDictating() {
        return progress.focus() instanceof Progress.Focus.Asking(var detail)
                && Set.of(Detail.NAME, Detail.ADDRESS, Detail.EMAIL, Detail.PHONE).contains(detail);
    }

    /// The caller went on speaking before he heard a word of the answer: it never was one.
    private boolean lastAnswerWasNotHeard(List<TranscriptLine> history) {
        if (lastAnswer.isEmpty() || history.size() <= linesSeen) {
            return false;
        }
        return history.subList(linesSeen, history.size()).stream()
                .allMatch(line -> line.speaker() == Speaker.USER);
    }

    private void takeBackLastTurn() {
        progress = before;
        caller = callerBefore;
        log.removeLast();
        details = unknownCaller();
        List.copyOf(log).forEach(this::tellDetails);
    }

    /// Notes what was delivered since the last turn; whether that was the whole last answer.
    private boolean catchUp(List<TranscriptLine> history) {
        if (history.size() <= linesSeen) {
            if (!lastAnswer.isEmpty()) {
                note(new Said(true, lastAnswer));
            }
            return true;
        }
        var delivered = new StringBuilder();
        boolean joinedLate = lastAnswer.isEmpty();
        for (var line : history.subList(linesSeen, history.size())) {
            boolean byAgent = line.speaker() == Speaker.AI;
            if (byAgent || (joinedLate && line.speaker() == Speaker.USER)) {
                note(new Said(byAgent, cut(line.message())));
            }
            delivered.append(byAgent ? line.message() : "").append(' ');
        }
        return Utterance.of(delivered.toString()).size() >= Utterance.of(lastAnswer).size();
    }

    private void note(Said said) {
        log.add(said);
        tellDetails(said);
    }

    private void tellDetails(Said said) {
        if (said.byAgent) {
            details.agentSaid(said.text);
        } else {
            details.callerSaid(said.text);
        }
    }

    private CallerDetails unknownCaller() {
        return new CallerDetails(agent.language(), region, Set.of(agent.name(), companyName));
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(text.length() - MOST_CHARACTERS);
    }

    private static Answer spoken(Draft draft) {
        var pieces = new ArrayList<Speech>();
        for (var sentence : draft.sentences()) {
            pieces.add(new Speech.Words(pieces.isEmpty() ? sentence : " " + sentence));
        }
        if (draft.endsConversation()) {
            pieces.add(new Speech.Goodbye());
        }
        return new Whole(List.copyOf(pieces));
    }

    /// An answer that is ready before it is read.
    private record Whole(List<Speech> pieces) implements Answer {
        @Override
        public Iterator<Speech> iterator() {
            return pieces.iterator();
        }

        @Override
        public void close() {
            // Nothing is running that would have to stop.
        }
    }
}
