package dev.parley.brains.desk;

import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Tongue;
import java.util.ArrayList;
import java.util.List;

/// The answer of one turn while it is put together.
public final class Draft {
    private final Phrases phrases;
    private final Tongue tongue;
    private final List<String> sentences = new ArrayList<>();
    private boolean goodbye;

    public Draft(Phrases phrases, Tongue tongue) {
        this.phrases = phrases;
        this.tongue = tongue;
    }

    public Draft say(Phrase phrase, String... values) {
        return quote(wording(phrase, values));
    }

    public Draft quote(String text) {
        sentences.addAll(MissionFacts.sentences(text));
        return this;
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

    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    public boolean endsConversation() {
        return goodbye;
    }
}
