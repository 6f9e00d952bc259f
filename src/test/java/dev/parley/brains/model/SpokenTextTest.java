package dev.parley.brains.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    We are open. Until nine!        => We are open. Until nine!
                    We are **open** until `nine`.   => We are open until nine.
                    ***Really*** open               => Really open
                    That is *not* included.         => That is not included.
                    *smiles* Hello.                 => Hello.
                    Sure *checks the list* at two.  => Sure at two.
                    [laughs] Right.                 => Right.
                    See [our page](https://a.b/c).  => See our page.
                    [**our** page](https://a.b/c) * => our page
                    # Hours\\nNine to five           => Hours Nine to five
                    - one\\n- two                    => one two
                    * one\\n* two                    => one two
                    It is -5 degrees, 3 * 4         => It is -5 degrees, 3 4
                    john_doe@x.com and __bold__     => john_doe@x.com and bold
                    <think>hm, who?</think>Hello.   => Hello.
                    <speak>Hi <break time="9s"/>you => Hi you
                    5 < 6<|im_end|>                 => 5 < 6
                    a\\0b\\7c\\33d                  => abcd
                    Great 😀 news ✨                 => Great news
                    नमस्ते, क्‍या हाल है?            => नमस्ते, क्‍या हाल है?
                    line\\n\\n\\nline                  => line line
                    """)
    void saysOnlyWhatIsMeantToBeHeard(String written, String spoken) { // P7
        var text = written.translateEscapes();
        for (int size = 1; size <= text.length(); size++) {
            assertThat(say(text, size).strip()).as("in parts of " + size).isEqualTo(spoken);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Goodbye! [END_CALL]",
                "Goodbye!\n[end_call]\nMore.",
                "Goodbye! [ END CALL ]",
                "Goodbye! **[END_CALL]**",
                "Goodbye! *[END_CALL]*",
                "Goodbye! `[END_CALL]`",
                "Goodbye! END_CALL",
                "Goodbye! [END_CALL",
                "Goodbye! [END_CALL][END_CALL]",
            })
    void neverSaysTheMarkThatHangsUp(String written) {
        for (int size = 1; size <= written.length(); size++) {
            var text = new SpokenText();
            assertThat(say(text, written, size).strip()).isEqualTo("Goodbye!");
            assertThat(text.isGoodbye()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bye. [", "Bye. [EN", "Bye. [END_CAL", "Bye. END_CA", "Bye. <think>so"})
    void doesNotSayAMarkThatWasCutOff(String written) {
        assertThat(say(written, 1).strip()).isEqualTo("Bye.");
    }

    @Test
    void saysNothingInvisible() { // P7
        assertThat(say("a\u200Bb\u202Ec\uFEFFd\uD83D", 1)).isEqualTo("abcd");
    }

    @Test
    void holdsBackNoMoreThanItMust() {
        var text = new SpokenText();
        assertThat(text.accept("Hello, how ")).isEqualTo("Hello, how ");
        assertThat(text.accept("are you [EN")).isEqualTo("are you ");
        assertThat(text.accept("TRY 4]?")).isEqualTo("ENTRY 4?");
    }

    @Test
    void waitsForNoStarThatNeverCloses() {
        var text = new SpokenText();
        assertThat(text.accept("A *" + "b".repeat(400))).isEqualTo("A " + "b".repeat(400));
    }

    @Test
    void stopsAtTheEndOfASentenceWhenEnoughIsSaid() { // N3
        var text = new SpokenText();
        var said = say(text, "This is one sentence of many. ".repeat(100), 7);
        assertThat(said.length()).isLessThanOrEqualTo(SpokenText.MAX_CHARACTERS);
        assertThat(said).endsWith("many.");
        assertThat(text.isFull()).isTrue();
    }

    @Test
    void stopsBetweenWordsWhenNoSentenceEnds() { // N3
        assertThat(say("word ".repeat(1000), 50).length()).isBetween(1900, 2000);
        assertThat(say("x".repeat(5000), 50)).hasSize(2000);
    }

    private static String say(String written, int size) {
        return say(new SpokenText(), written, size);
    }

    private static String say(SpokenText text, String written, int size) {
        var said = new StringBuilder();
        for (int from = 0; from < written.length(); from += size) {
            said.append(
                    text.accept(written.substring(from, Math.min(written.length(), from + size))));
        }
        return said.append(text.end()).toString();
    }
}
