package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    void tellsTheThreeApart() {
        assertThat(Languages.of("I would like to book a table", Language.HINDI))
                .isEqualTo(Language.ENGLISH);
        assertThat(Languages.of("quiero una mesa para dos", Language.ENGLISH))
                .isEqualTo(Language.SPANISH);
        assertThat(Languages.of("mujhe ek table chahiye", Language.ENGLISH))
                .isEqualTo(Language.HINDI);
        assertThat(Languages.of("मुझे टेबल चाहिए", Language.ENGLISH)).isEqualTo(Language.HINDI);
    }

    @Test
    void fallsBackWhenItDoesNotShow() {
        assertThat(Languages.of("Hari", Language.SPANISH)).isEqualTo(Language.SPANISH);
        assertThat(Languages.of("", Language.HINDI)).isEqualTo(Language.HINDI);
    }
}
