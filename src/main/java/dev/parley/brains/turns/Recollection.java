package dev.parley.brains.turns;

import dev.parley.agents.Agent;
import dev.parley.brains.desk.Draft;
import dev.parley.brains.words.Utterance;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.CallerDetails;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// What both have said, as the caller's details are read from it.
public final class Recollection {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_BORROWED = 20;
    private static final int ENOUGH_TO_KNOW = 16;

    private final Agent agent;
    private final String companyName;
    private final String region;
    private final List<Said> log = new ArrayList<>();

    /// What the agent said of others' words: nothing about the caller is read from it.
    private final Deque<String> borrowed = new ArrayDeque<>();

    private CallerDetails details;
    private String lastAnswer = "";
    private int linesSeen;

    private record Said(boolean byAgent, String text) {}

    public Recollection(Agent agent, String companyName, String region) {
        this.agent = agent;
        this.companyName = companyName;
        this.region = region;
        this.details = unknownCaller();
    }

    public CallerDetails details() {
        return details;
    }

    public void callerSaid(String text) {
        note(new Said(false, text));
    }

    /// The agent is about to say `sentences`, after what it was about to say before.
    public void answering(List<Draft.Sentence> sentences, boolean goesOn) {
        var words = String.join(" ", sentences.stream().map(Draft.Sentence::text).toList());
        lastAnswer = goesOn ? (lastAnswer + ' ' + words).strip() : words;
        for (var sentence : sentences) {
            if (sentence.borrowed()) {
                borrowed.add(sentence.text());
            }
        }
        while (borrowed.size() > MOST_BORROWED) {
            borrowed.remove();
        }
    }

    /// What the agent said last, or was about to.
    public String lastWords() {
        return log.isEmpty() || !log.getLast().byAgent ? lastAnswer : log.getLast().text;
    }

    /// The caller went on speaking before he heard a word of the answer: it never was one.
    public boolean isUnheard(List<TranscriptLine> history) {
        return !lastAnswer.isEmpty()
                && history.size() > linesSeen
                && since(history).stream().allMatch(line -> line.speaker() == Speaker.USER);
    }

    public void takeBackLastTurn() {
        log.removeLast();
        details = unknownCaller();
        List.copyOf(log).forEach(this::tellDetails);
    }

    /// Whether the caller has heard `sentence` begin since the last turn.
    public boolean wasHeard(String sentence, List<TranscriptLine> history) {
        var start = sentence.substring(0, Math.min(sentence.length(), ENOUGH_TO_KNOW));
        return history.size() <= linesSeen
                || since(history).stream()
                        .anyMatch(l -> l.speaker() == Speaker.AI && l.message().contains(start));
    }

    /// Notes what was delivered since the last turn; whether that was the whole last answer.
    public boolean catchUp(List<TranscriptLine> history) {
        if (history.size() <= linesSeen) {
            if (!lastAnswer.isEmpty()) {
                note(new Said(true, lastAnswer));
            }
            return true;
        }
        var delivered = new StringBuilder();
        boolean joinedLate = lastAnswer.isEmpty();
        for (var line : since(history)) {
            boolean byAgent = line.speaker() == Speaker.AI;
            if (byAgent || (joinedLate && line.speaker() == Speaker.USER)) {
                note(new Said(byAgent, cut(line.message())));
            }
            delivered.append(byAgent ? line.message() : "").append(' ');
        }
        return Utterance.of(delivered.toString()).size() >= Utterance.of(lastAnswer).size();
    }

    public void hasSeen(List<TranscriptLine> history) {
        linesSeen = history.size();
    }

    private List<TranscriptLine> since(List<TranscriptLine> history) {
        return history.subList(linesSeen, history.size());
    }

    private void note(Said said) {
        log.add(said);
        tellDetails(said);
    }

    private void tellDetails(Said said) {
        if (said.byAgent) {
            details.agentSaid(own(said.text));
        } else {
            details.callerSaid(said.text);
        }
    }

    /// `text` without what was borrowed, of which it may hold only the beginning.
    private String own(String text) {
        var own = text;
        for (var sentence : borrowed) {
            own = own.replace(sentence, " ");
            var start = sentence.substring(0, Math.min(sentence.length(), ENOUGH_TO_KNOW));
            int cut = own.indexOf(start);
            own = cut < 0 ? own : own.substring(0, cut);
        }
        return own;
    }

    private CallerDetails unknownCaller() {
        return new CallerDetails(agent.language(), region, Set.of(agent.name(), companyName));
    }

    public static String cut(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(text.length() - MOST_CHARACTERS);
    }
}
