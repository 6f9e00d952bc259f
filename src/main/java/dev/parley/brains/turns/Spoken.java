package dev.parley.brains.turns;

import dev.parley.brains.desk.Draft;
import dev.parley.live.Brain.Speech;
import java.util.ArrayList;
import java.util.List;

/// Sentences as the pieces of an answer.
public final class Spoken {
    private Spoken() {}

    /// @param goesOn something was said before them in the same answer
    public static List<Speech> of(List<Draft.Sentence> sentences, boolean goesOn) {
        var speech = new ArrayList<Speech>();
        for (var sentence : sentences) {
            boolean first = speech.isEmpty() && !goesOn;
            speech.add(new Speech.Words(first ? sentence.text() : " " + sentence.text()));
            if (!sentence.sources().isEmpty()) {
                speech.add(new Speech.Sources(sentence.sources()));
            }
        }
        return speech;
    }
}
