package dev.parley.brains.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Pattern BLANK_TO_FILL = Pattern.compile("\\{\\w+}");

    @Test
    void everyLanguageHasEveryPhraseWithTheSameBlanks() {
        for (var phrase : Phrase.values()) {
            var blanks = blanks(Phrases.wordings(Tongue.ENGLISH, phrase).getFirst());
            for (var tongue : Tongue.values()) {
                for (var wording : Phrases.wordings(tongue, phrase)) {
                    assertThat(wording).as("%s %s", tongue, phrase).isNotBlank();
                    assertThat(blanks(wording)).as("%s %s", tongue, phrase).isEqualTo(blanks);
                }
            }
        }
    }

    @Test
    void everyCueHasPhrases() {
        for (var cue : Cue.values()) {
            assertThat(cue.phrases())
                    .as(cue.name())
                    .allSatisfy(phrase -> assertThat(phrase.words()).isNotEmpty());
        }
    }

    private static Set<String> blanks(String wording) {
        var blanks = new TreeSet<String>();
        BLANK_TO_FILL.matcher(wording).results().forEach(match -> blanks.add(match.group()));
        return blanks;
    }
}
