package dev.parley.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import java.util.Currency;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CurrenciesTest {
    @Test
    void areThoseOfTheContract() {
        var contract = new HashSet<String>();
        Contract.document()
                .at("/components/schemas/Currency/enum")
                .forEach(code -> contract.add(code.asText()));

        assertThat(Currencies.CODES).hasSize(170).isEqualTo(contract);
    }

    /// Why the list is not taken from the JDK.
    @Test
    void areNotThoseOfTheJdk() {
        var jdk =
                Currency.getAvailableCurrencies().stream()
                        .map(Currency::getCurrencyCode)
                        .collect(Collectors.toSet());

        assertThat(Currencies.CODES).contains("UYW").doesNotContain("XCG");
        assertThat(jdk).contains("XCG").doesNotContain("UYW");
    }
}
