package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentTest {
    @ParameterizedTest
    @CsvSource({
        "Yes that's right, YES",
        "haan ji, YES",
        "हाँ, YES",
        "claro que sí, YES",
        "No, NO",
        "nahi chahiye, NO",
        "नहीं, NO",
        "could you say that again, REPEAT",
        "¿Puede repetir?, REPEAT",
        "phir se boliye, REPEAT",
        "okay bye, GOODBYE",
        "hasta luego, GOODBYE",
        "can I talk to a real person, PERSON",
        "quiero hablar con una persona, PERSON",
        "muchas gracias, THANKS",
        "शुक्रिया, THANKS",
        "hold on a second, WAIT",
        "ek minute rukiye, WAIT",
        "actually I meant Tuesday, CORRECTION",
        "no es Juan, CORRECTION",
    })
    void recognisesReactions(String said, Intent expected) {
        assertThat(Intent.of(said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "no problem, NO",
        "I'm not sure, YES",
        "the table for four, YES",
        "koi baat nahi, NO",
        "जी नहीं, YES"
    })
    void isNotMisled(String said, Intent unexpected) {
        assertThat(Intent.of(said)).doesNotContain(unexpected);
    }
}
