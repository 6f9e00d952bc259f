package dev.parley.hives.search;

import dev.parley.providers.embeddings.Embeddings;
import java.util.List;

/// What all questions have in common. Some passages are near to any question whatever it is about;
/// with half of the middle of many questions taken off, they are so no longer.
final class Generalities {
    private static final float SHARE = 0.5f;

    /// Of no business in particular.
    private static final List<String> QUESTIONS =
            List.of(
                    "What time do you open?",
                    "How much does it cost?",
                    "Where are you?",
                    "Can I book for tomorrow?",
                    "Do I have to pay in advance?",
                    "How long does it take?",
                    "Is it possible to cancel?",
                    "Who can help me with a problem?",
                    "Do you have something cheaper?",
                    "Could I bring my children?",
                    "What happens if I am late?",
                    "Can you send it to me?",
                    "Which one would you recommend?",
                    "I have lost something, what should I do?",
                    "Is there a discount?",
                    "Do you take cards?",
                    "What do I need to bring with me?",
                    "Can somebody call me back?",
                    "How do I change my details?",
                    "Is it safe?",
                    "May I speak with somebody?",
                    "How often should I come?",
                    "What is included in the price?",
                    "Why did it not work?");

    private final float[] middle;

    private Generalities(float[] middle) {
        this.middle = middle;
    }

    static Generalities of(Embeddings model) {
        var vectors = model.embed(QUESTIONS);
        var middle = new float[vectors.getFirst().length];
        for (var vector : vectors) {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += vector[i] / vectors.size();
            }
        }
        return new Generalities(middle);
    }

    /// A question's vector without them.
    float[] without(float[] vector) {
        var rest = vector.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= SHARE * middle[i];
        }
        return rest;
    }
}
