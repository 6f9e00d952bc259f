package dev.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// K2
class KeyTextTest {
    @Test
    void isRecognisedByItsPrefixAndChecksum() {
        var key = KeyText.make();

        assertThat(key).matches("prl_[0-9a-f]{48}");
        assertThat(KeyText.isPlausible(key)).isTrue();
        assertThat(KeyText.make()).isNotEqualTo(key);
    }

    @Test
    void isRefusedWithAnyCharacterChanged() {
        var key = KeyText.make();

        for (int i = KeyText.PREFIX.length(); i < key.length(); i++) {
            char other = key.charAt(i) == '0' ? '1' : '0';
            var changed = key.substring(0, i) + other + key.substring(i + 1);
            assertThat(KeyText.isPlausible(changed)).as(changed).isFalse();
        }
    }

    @Test
    void letsAnOperatorChooseAnySecretThatIsLong() {
        assertThat(KeyText.isPlausible("x".repeat(31))).isFalse();
        assertThat(KeyText.isPlausible("x".repeat(32))).isTrue();
        assertThat(KeyText.isPlausible("x".repeat(257))).isFalse();
    }
}
