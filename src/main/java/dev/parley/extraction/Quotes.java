package dev.parley.extraction;

import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said, as it is quoted in summaries and action items.
final class Quotes {
    private static final int MAX_QUOTE = 240;
    private static final Phrases WISH =
            Phrases.of(
                    """
                    want, need, like to, looking for, can i, could i, can you, could you, order, book, schedule, appointment, how much, problem, help, cancel, interested, calling about, do you have, is there, when, where, reserve, i'd like,
                    quiero, quisiera, quería, necesito, cita, pedido, reservar, cuánto, problema, ayuda, cancelar, dónde, cuándo, tienen, chahiye, chahta, chahti, karna, karni, karwani, karwana, book, kitna, kitne, kharab, dikkat, batao,
                    चाहिए, चाहता, चाहती, करना, करनी, कराना, बुक, कितना, कितने, खराब, दिक्कत, मिलना\
                    """);

    private Quotes() {}

    static String of(Utterance said) {
        return of(said.text());
    }

    /// An opening mark at the end belongs to the sentence after it.
    static String of(String text) {
        return cut(text.replaceAll("[\\s¿¡]+$", "").strip(), MAX_QUOTE);
    }

    static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }

    /// What the caller came for, in his words.
    static @Nullable Utterance wish(List<Utterance> callers) {
        for (var said : callers) {
            if (said.size() >= 3 && WISH.in(said)) {
                return said;
            }
        }
        return callers.stream()
                .filter(said -> said.size() >= 4 || said.isQuestion() && said.size() >= 2)
                .findFirst()
                .orElse(null);
    }
}
