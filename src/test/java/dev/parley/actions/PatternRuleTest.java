package dev.parley.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^[A-Z]{2}-\\d+$",
                "^([A-Z]{2})+$",
                "(abc)*",
                "(cat|dog)+",
                "^\\d{3}(-\\d{4})?$",
                "^[a-z]+(\\.[a-z]+)*$",
                "([a-z]+,)*[a-z]+",
                "[(a+)+]",
                "\\(a+\\)+",
                "(?:a|b)+c*",
                "(?<year>\\d{4})-\\d{2}",
                "(?=.*\\d).{8,64}",
                "[^\\]]+",
                "[]a]*",
                "a{2,5}(b{1,3})+"
            })
    void takesTheUsual(String regex) {
        assertThat(PatternRule.fault(regex)).isEmpty();
    }

    @ParameterizedTest // V9
    @ValueSource(
            strings = {
                "(a+)+",
                "^(a*)*$",
                "^([a-zA-Z]+)*$",
                "((a+)?)+",
                "((a)+)+",
                "(?:a+)+b",
                "(?<x>a+){5,}",
                "(\\d+\\s*)+",
                "(a+){20}",
                "(a{1,90})+",
                "x(y(z*)*)",
                "[a-z",
                "a{2,1}",
                "*"
            })
    void refusesWhatTakesForever(String regex) {
        assertThat(PatternRule.fault(regex)).isPresent();
    }
}
