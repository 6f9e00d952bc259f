package dev.parley.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void takesRunsOfLettersAndDigitsInLowerCase() {
        assertThat(Words.of("Table 12, for O'Neil -- at 7pm!"))
                .containsExactly("table", "12", "for", "o", "neil", "at", "7pm");
        assertThat(Words.of("a_b@example.com")).containsExactly("a", "b", "example", "com");
        assertThat(Words.of("  ... ")).isEmpty();
    }

    @Test
    void knowsNoAccents() {
        assertThat(Words.of("Caf\u00e9 CAFE\u0301 cafe ma\u00f1ana"))
                .containsExactly("cafe", "manana");
        assertThat(Words.of("\u00c1NGEL")).isEqualTo(Words.of("angel"));
        assertThat(Words.of("\ufb01ne \uff21\uff22")).containsExactly("fine", "ab");
    }

    @Test
    void keepsTheVowelSignsOfHindiAndDropsJoiners() {
        assertThat(Words.of("\u0928\u092e\u0938\u094d\u0924\u0947, \u0938\u093e\u0939\u092c!"))
                .containsExactly(
                        "\u0928\u092e\u0938\u094d\u0924\u0947", "\u0938\u093e\u0939\u092c");
        assertThat(Words.of("\u0915\u094d\u200d\u0937")).isEqualTo(Words.of("\u0915\u094d\u0937"));
        assertThat(Words.of("\u0938\u093e\u0939\u092c")).doesNotContain("\u0938\u0939\u092c");
    }

    @Test
    void cutsLongWordsAtTheSamePlace() {
        var word = "x".repeat(300);
        assertThat(Words.of(word)).containsExactly("x".repeat(Words.MAX_LENGTH));
        var pairs = "a" + "\ud835\udc00".repeat(40);
        assertThat(Words.of(pairs + "1")).isEqualTo(Words.of(pairs + "1"));
        Words.of(word.substring(0, 63) + "\ud801\udc28\ud801\udc28")
                .forEach(cut -> assertThat(cut.chars().noneMatch(c -> c == '\ufffd')).isTrue());
    }
}
