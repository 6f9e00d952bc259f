package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nine six two double six|96266",
                "triple seven oh one|77701",
                "nine eight hundred|9800",
                "one hundred and five|105",
                "eight hundred five five five|800555",
                "two thousand twenty six|2026",
                "twenty one|21",
                "noventa y seis|96",
                "seiscientos doce|612",
                "dos mil veinticinco|2025",
                "nau chhe do|962",
                "नौ छह दो|962",
                "९६२६०|96260",
                "my number is four one five|my number is 415",
                "I do not know|I do not know",
                "one moment please|one moment please",
                "96260 12778|96260 12778",
                "double 6 seven|667",
                "doble cero siete|007",
                "no numbers here|no numbers here",
            })
    void replacesNumbersInWords(String said, String expected) {
        assertThat(SpokenNumbers.digits(said)).isEqualTo(expected);
    }
}
