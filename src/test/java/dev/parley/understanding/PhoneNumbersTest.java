package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
    @Test
    void spellsNumbersTheWorldsWay() {
        assertThat(PhoneNumbers.e164("96260-12778", "IN")).contains("+919626012778");
        assertThat(PhoneNumbers.e164("(415) 555-2671", "US")).contains("+14155552671");
        assertThat(PhoneNumbers.e164("four one five five five five two six seven one", "US"))
                .contains("+14155552671");
        assertThat(PhoneNumbers.e164("+34 612 345 678", "US")).contains("+34612345678");
    }

    @Test
    void knowsWhatIsNoNumber() {
        assertThat(PhoneNumbers.e164("", "US")).isEmpty();
        assertThat(PhoneNumbers.e164("hello", "US")).isEmpty();
        assertThat(PhoneNumbers.e164("12", "US")).isEmpty();
        assertThat(PhoneNumbers.e164("4155552671", "nowhere")).isEmpty();
    }
}
