package dev.parley.brains;

import java.util.ArrayList;
import java.util.List;

/// The answer of one turn while it is put together.
final class Draft {
    private final Phrases phrases;
    private final Tongue tongue;
    private final List<String> sentences = new ArrayList<>();
    private boolean goodbye;

    Draft(Phrases phrases, Tongue tongue) {
        this.phrases = phrases;
        this.tongue = tongue;
    }

    Draft say(Phrase phrase, String... values) {
        return quote(wording(phrase, values));
    }

    Draft quote(String text) {
        sentences.addAll(MissionFacts.sentences(text));
        return this;
    }

    void goodbye() {
        goodbye = true;
    }

    String wording(Phrase phrase, String... values) {
        return phrases.say(tongue, phrase, values);
    }

    Tongue tongue() {
        return tongue;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    boolean endsConversation() {
        return goodbye;
    }
}
