package dev.parley.brains.desk;

import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Tongue;
import dev.parley.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer of one turn while it is put together.
public final class Draft {
    /// A sentence of an answer.
    ///
    /// @param borrowed from documents, products or tools: said, but nothing the agent says of its
    ///   own
    /// @param sources where it is from; empty for most
    public record Sentence(String text, boolean borrowed, List<TranscriptLine.Source> sources) {}

    private final Phrases phrases;
    private final Tongue tongue;
    private final List<Sentence> sentences = new ArrayList<>();
    private @Nullable Doing doing;
    private boolean goodbye;

    public Draft(Phrases phrases, Tongue tongue) {
        this.phrases = phrases;
        this.tongue = tongue;
    }

    public Draft say(Phrase phrase, String... values) {
        return quote(wording(phrase, values));
    }

    public Draft quote(String text) {
        MissionFacts.sentences(text).forEach(s -> sentences.add(new Sentence(s, false, List.of())));
        return this;
    }

    /// Says what others wrote.
    Draft borrow(Phrase phrase, List<TranscriptLine.Source> sources, String... values) {
        sentences.add(new Sentence(wording(phrase, values), true, sources));
        return this;
    }

    /// Once all is said, this is done.
    void then(Doing next) {
        doing = next;
    }

    public void goodbye() {
        goodbye = true;
    }

    public String wording(Phrase phrase, String... values) {
        return phrases.say(tongue, phrase, values);
    }

    public Tongue tongue() {
        return tongue;
    }

    public List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    /// What is to be done once all is said.
    public Optional<Doing> doing() {
        return Optional.ofNullable(doing);
    }

    public boolean endsConversation() {
        return goodbye;
    }
}
