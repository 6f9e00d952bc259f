package dev.parley.brains.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

// P7
class SpeakableTest {
    @Test
    void leavesWordsOnly() {
        assertThat(
                        Speakable.of(
                                "**Open** [daily](https://example.com/x) `from` 9\u0000 to\u202e 5 <b>pm</b>",
                                99))
                .isEqualTo("Open daily from 9 to 5 pm");
        assertThat(Speakable.of("<speak><break time=\"9s\"/>Hi</speak> {agent} [END_CALL]", 99))
                .isEqualTo("Hi agent END CALL");
        assertThat(Speakable.of("| Tea | 3 |", 99)).isEqualTo(", Tea, 3,");
        assertThat(Speakable.of("See www.example.com/a?b=c now", 99)).isEqualTo("See now");
        assertThat(Speakable.of("हिन्दी 😀 text", 99)).isEqualTo("हिन्दी text");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Speakable.of("one two three", 9)).isEqualTo("one two");
        assertThat(Speakable.of("x".repeat(100_000), 10)).hasSize(10);
    }
}
