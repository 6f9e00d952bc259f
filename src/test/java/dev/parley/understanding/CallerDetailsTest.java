package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerDetailsTest {
    private static CallerDetails after(String... lines) {
        var details =
                new CallerDetails(
                        Language.ENGLISH, "US", Set.of("Sophia", "Cote Korean Steak House"));
        for (var line : lines) {
            if (line.startsWith("AI: ")) {
                details.agentSaid(line.substring(4));
            } else {
                details.callerSaid(line);
            }
        }
        return details;
    }

    @Test
    void joinsANumberDictatedInPieces() {
        var details =
                after(
                        "AI: Could you please provide your name, phone number?",
                        "Yes. So I'll pick it up. My phone number is",
                        "96260");
        assertThat(details.phoneNumberIsPartial()).isTrue();

        details.agentSaid("Got it.");
        details.callerSaid("12778.");
        details.callerSaid("And my name is Hari.");

        assertThat(details.phoneNumber()).isEqualTo("96260-12778");
        assertThat(details.phoneNumberIsPartial()).isFalse();
        assertThat(details.name()).isEqualTo("Hari");
    }

    @Test
    void takesTheLatestCorrection() {
        assertThat(after("My number is 415 555 4417", "no, it's 4471 not 4417").phoneNumber())
                .isEqualTo("415-555-4471");
        assertThat(
                        after("AI: Your name?", "It's Ana.", "sorry, my name is Anna with two n's")
                                .name())
                .isEqualTo("Anna");
    }

    @Test
    void takesWhatTheCallerConfirms() {
        var details = after("AI: So that's 96260 12778, Hari?", "Yes.");
        assertThat(details.phoneNumber()).isEqualTo("96260-12778");
        assertThat(details.name()).isEqualTo("Hari");
    }

    @Test
    void leavesOtherPeopleAlone() {
        var details =
                after(
                        "my sister's number is 415 555 2671",
                        "is Doctor Patel in?",
                        "your address is 5 Main Street?",
                        "I'm hungry",
                        "I'm calling about a table for 12");
        assertThat(details.phoneNumber()).isNull();
        assertThat(details.name()).isNull();
        assertThat(details.address()).isNull();
    }

    @Test
    void knowsNamesInThreeLanguages() {
        assertThat(after("Hi, this is Maria Lopez.").name()).isEqualTo("Maria Lopez");
        assertThat(after("me llamo José García y quiero una cita").name()).isEqualTo("José García");
        assertThat(after("mera naam ravi kumar hai").name()).isEqualTo("Ravi Kumar");
        assertThat(after("मेरा नाम सुनीता शर्मा है").name()).isEqualTo("सुनीता शर्मा");
        assertThat(after("AI: May I have your name?", "yes H A R I").name()).isEqualTo("Hari");
        assertThat(after("AI: May I have your name?", "sure, Tom Baker").name())
                .isEqualTo("Tom Baker");
    }

    @Test
    void readsNumbersInWords() {
        assertThat(
                        after(
                                        "AI: What's your phone number?",
                                        "four one five double five five oh one two three")
                                .phoneNumber())
                .isEqualTo("4155550123");
        assertThat(
                        after("mi teléfono es seis uno dos tres cuatro cinco seis siete ocho nueve")
                                .phoneNumber())
                .isEqualTo("6123456789");
        assertThat(
                        after("mera number nau chhe do chhe shunya ek do saat saat aath hai")
                                .phoneNumber())
                .isEqualTo("9626012778");
    }

    @Test
    void readsAddressesAndMail() {
        assertThat(
                        after("AI: What's the delivery address?", "It's 12 Oak Street, Springfield")
                                .address())
                .isEqualTo("12 Oak Street, Springfield");
        assertThat(after("vivo en calle Mayor 14, Madrid").address())
                .isEqualTo("calle Mayor 14, Madrid");
        assertThat(after("my email is hari at gmail dot com").emailAddress())
                .isEqualTo("hari@gmail.com");
        assertThat(after("mi correo es ana punto ruiz arroba gmail punto com").emailAddress())
                .isEqualTo("ana.ruiz@gmail.com");
    }

    @Test
    void refusesDecoys() {
        assertThat(after("my order number is 4155552671").phoneNumber()).isNull();
        assertThat(after("AI: Your phone number?", "my card is 4111 1111 1111 1111").phoneNumber())
                .isNull();
        assertThat(after("call me at 5 30").phoneNumberIsPartial()).isFalse();
        assertThat(after("AI: You can call us at 415 555 2671. Is that okay?", "yes").phoneNumber())
                .isNull();
        assertThat(after("AI: Write to info@cote.com, okay?", "the menu please").emailAddress())
                .isNull();
        assertThat(
                        after(
                                        "this is ridiculous",
                                        "I'm looking for a table",
                                        "this is about my order")
                                .name())
                .isNull();
        assertThat(after("AI: May I have your name?", "Sophia").name()).isNull();
        assertThat(
                        after("her name is Lily", "mi esposa se llama Nadia", "uska naam Arjun hai")
                                .name())
                .isNull();
    }

    @Test
    void hearsSpelling() {
        assertThat(after("my name is Catherine Doyle", "K A T H E R I N E").name())
                .isEqualTo("Katherine Doyle");
        assertThat(after("AI: Your name?", "that's B as in boy, O, B").name()).isEqualTo("Bob");
        assertThat(after("AI: Your name?", "sunil", "sharma").name()).isEqualTo("Sunil Sharma");
    }

    @Test
    void knowsWhoseANumberIs() {
        var details = after("my wife's cell is 504 555 0199 but mine is 504 555 0111");
        assertThat(details.phoneNumber()).isEqualTo("504-555-0111");
    }

    @Test
    void correctsAddressesAndMail() {
        var details =
                after(
                        "my address is 40 Fell Street",
                        "No, 14, not 40.",
                        "my email is jon at gmail dot com",
                        "no wait dot in not dot com");
        assertThat(details.address()).isEqualTo("14 Fell Street");
        assertThat(details.emailAddress()).isEqualTo("jon@gmail.in");
    }

    @Test
    void joinsMailSaidInPieces() {
        var details = after("AI: What is your email?", "maria dot lopez", "at gmail dot com");
        assertThat(details.emailAddress()).isEqualTo("maria.lopez@gmail.com");
    }

    @Test
    void doublesALetterOfANameThatGrowsInLowerCase() {
        var details = after("AI: What is your name?", "my name is İnot with two t's");
        assertThat(details.name()).isEqualTo("İnott");
    }

    @Test
    void survivesAnything() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 400; i++) {
            var details = after();
            for (var j = 0; j < 12; j++) {
                var text = Garbage.text(random);
                assertThatCode(
                                () -> {
                                    details.agentSaid(text);
                                    details.callerSaid(text);
                                })
                        .as("seed %d: %s", seed, text)
                        .doesNotThrowAnyException();
            }
        }
    }
}
