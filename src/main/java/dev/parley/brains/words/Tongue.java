package dev.parley.brains.words;

import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language as it is written: Hindi is answered in the caller's script.
public enum Tongue {
    ENGLISH(Language.ENGLISH, "english"),
    SPANISH(Language.SPANISH, "spanish"),
    HINDI(Language.HINDI, "hindi"),
    HINDI_LATIN(Language.HINDI, "hindi-latin");

    private final Language language;
    private final String file;

    Tongue(Language language, String file) {
        this.language = language;
        this.file = file;
    }

    /// What its files are called by.
    public String file() {
        return file;
    }

    /// The language this is a writing of.
    public Language language() {
        return language;
    }

    /// How `language` is written by default.
    public static Tongue of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case SPANISH -> SPANISH;
            case HINDI -> HINDI;
        };
    }

    /// What the brain speaks now, and what the caller may be changing to.
    public record Choice(Tongue spoken, @Nullable Tongue candidate, boolean first) {
        private static final int ENOUGH_WORDS = 3;

        /// Before the caller has said anything.
        public static Choice of(Language language) {
            return new Choice(Tongue.of(language), null, true);
        }

        /// Follows the caller: at once when asked to or when the first words are clear, else with
        /// the second utterance in another language.
        ///
        /// @param dictating names and addresses say nothing about the language spoken
        public Choice after(Utterance heard, boolean dictating) {
            var asked = askedFor(heard);
            if (asked.isPresent()) {
                return new Choice(asked.get(), null, false);
            }
            var clear = dictating ? Optional.<Tongue>empty() : clearly(heard);
            if (clear.isEmpty()) {
                return new Choice(spoken, candidate, first && heard.size() < ENOUGH_WORDS);
            }
            var tongue = clear.get();
            boolean otherScript = tongue.language == spoken.language;
            boolean switches = first || otherScript || tongue == candidate;
            return new Choice(switches ? tongue : spoken, switches ? null : tongue, false);
        }

        /// The language the caller asks to speak, if he does.
        public static Optional<Tongue> askedFor(Utterance heard) {
            if (heard.says(Cue.SPEAK_ENGLISH)) {
                return Optional.of(ENGLISH);
            }
            if (heard.says(Cue.SPEAK_SPANISH)) {
                return Optional.of(SPANISH);
            }
            boolean latin = !Languages.isDevanagari(heard.text());
            // Who asks in English for Hindi is best answered in Hindi's own script.
            boolean romanized = latin && clearly(heard).filter(HINDI_LATIN::equals).isPresent();
            return heard.says(Cue.SPEAK_HINDI)
                    ? Optional.of(romanized ? HINDI_LATIN : HINDI)
                    : Optional.empty();
        }

        private static Optional<Tongue> clearly(Utterance heard) {
            var language = Languages.of(heard.text(), Language.ENGLISH);
            boolean shows = Languages.of(heard.text(), Language.SPANISH) == language;
            if (!shows || heard.size() < ENOUGH_WORDS) {
                return Optional.empty();
            }
            boolean latin = !Languages.isDevanagari(heard.text());
            return Optional.of(
                    language == Language.HINDI && latin ? HINDI_LATIN : Tongue.of(language));
        }
    }
}
