package dev.parley.brains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whole conversations: what the caller says, and what he must and must not hear.
class BuiltInBrainTest {
    private final Call restaurant = new Call(Businesses.restaurant(), "Cote Steak House", "IN");
    private final Call dentist = new Call(Businesses.dentist(), "Clínica Sonrisa", "ES");
    private final Call salon = new Call(Businesses.salon(), "सुंदर सैलून", "IN");
    private final Call garage = new Call(Businesses.garage(), "Garage Miller", "US");

    @Test
    void takesAnOrderThatComesInPieces() {
        assertThat(restaurant.says("What do you actually do?")).contains("take your order");
        assertThat(restaurant.says("Okay. So I want to book an order.")).contains("?");
        assertThat(restaurant.says("Okay. Can you tell me, like,")).doesNotContain("?");
        assertThat(restaurant.says("are the menu options you have?")).contains("Japchae");
        restaurant.says("Yeah. So recommendation would be helpful, and it has to be, like,");
        assertThat(restaurant.says("spicy."))
                .contains("Bulgogi", "Wings")
                .doesNotContain("Japchae");
        assertThat(restaurant.says("Oh, yeah. So, spicy chicken wings that you mentioned."))
                .contains("pick");
        restaurant.says("Yes. So I'll pick it up. My phone number is");
        assertThat(restaurant.says("96260")).doesNotContain("?");
        assertThat(restaurant.says("12778.")).contains("name");

        assertThat(restaurant.says("And my name is Hari."))
                .contains("spicy chicken wings", "pickup", "Hari", "9 6 2 6 0, 1 2 7 7 8", "?");
        assertThat(restaurant.says("Yes. That's right. Go ahead and place the order."))
                .contains("order", "?");
        restaurant.says("Nothing. All good. Thank you.");
        assertThat(restaurant.isOver()).isTrue();
    }

    @Test
    void asksTheAddressOfADelivery() {
        assertThat(restaurant.says("Hi, I'd like to order two beef bulgogi for delivery please"))
                .contains("?");
        restaurant.says("It's 45 Park Avenue, New York");
        restaurant.says("John Smith");
        assertThat(restaurant.says("98765 43210"))
                .contains("two beef bulgogi", "delivery", "45 Park Avenue", "John Smith");
    }

    @Test
    void asksForNothingItWasTold() {
        assertThat(
                        restaurant.says(
                                "I'd like to order two japchae for pickup. My name is Eva Brown."))
                .contains("phone number")
                .doesNotContain("name?");
    }

    @Test
    void takesTheCorrectedPhoneNumber() {
        restaurant.says("I'd like to order two japchae for pickup");
        restaurant.says("Eva Brown");
        restaurant.says("98765 43210");
        assertThat(restaurant.says("No, the phone number is wrong")).contains("phone number");
        assertThat(restaurant.says("98765 43211"))
                .contains("4 3 2 1 1")
                .doesNotContain("4 3 2 1 0");
    }

    @Test
    void takesACorrectedOrderAndMore() {
        restaurant.says("I'd like to order two japchae for pickup. My name is Eva Brown");
        restaurant.says("98765 43210");
        assertThat(restaurant.says("No, three dumplings"))
                .contains("three dumplings")
                .doesNotContain("japchae");
        assertThat(restaurant.says("can I also get a coke")).contains("three dumplings", "coke");
        restaurant.says("yes");
        assertThat(restaurant.says("and add a sprite")).contains("sprite");
    }

    @Test
    void passesOnAMessageInSpanish() {
        assertThat(dentist.says("Hola, quiero dejar un mensaje para la gerente")).contains("¿");
        dentist.says("Que no puedo ir el martes porque estoy enferma");
        dentist.says("María López");
        assertThat(dentist.says("612 345 678"))
                .contains("para la gerente", "no puedo ir el martes", "María López", "6 1 2");
        dentist.says("sí, correcto");
        dentist.says("nada más, gracias");
        assertThat(dentist.isOver()).isTrue();
    }

    @Test
    void takesAnAppointmentInSpanishWithTheMissionsOwnQuestion() {
        assertThat(
                        dentist.says(
                                "Buenos días, necesito una cita para una limpieza el martes a las 10"))
                .contains("seguro médico");
        dentist.says("Sí, con Sanitas");
        dentist.says("Me llamo Pedro García");
        assertThat(dentist.says("612 34 56 78")).contains("limpieza", "el martes a las 10");
        assertThat(dentist.says("no, el miércoles a las 11"))
                .contains("el miércoles a las 11", "Pedro", "6 1 2");
    }

    @Test
    void takesAnAppointmentInHindi() {
        salon.says("मुझे कल शाम पाँच बजे बाल कटवाने के लिए अपॉइंटमेंट चाहिए");
        assertThat(salon.says("मेरा नाम प्रिया है")).contains("प्रिया");
        assertThat(salon.says("98765 43210")).contains("बाल कटवाने", "कल शाम पाँच बजे");
        assertThat(salon.says("हाँ सही है")).contains("बुकिंग");
    }

    @Test
    void takesAnAppointmentInHindiInLatinLetters() {
        assertThat(salon.says("mujhe kal shaam paanch baje appointment chahiye"))
                .contains("?")
                .matches("\\p{ASCII}*");
        salon.says("haircut ke liye");
        assertThat(salon.says("mera naam Priya hai")).contains("Priya");
        assertThat(salon.says("98765 43210")).contains("haircut", "kal shaam paanch baje");
    }

    @Test
    void answersWhatTheMissionStates() {
        assertThat(restaurant.says("When are you open on Sunday?")).contains("11 am to 10 pm");
        assertThat(restaurant.says("how much are the dumplings?"))
                .contains("$11")
                .doesNotContain("$24");
        assertThat(restaurant.says("where can I park?")).contains("garage next door");
        assertThat(restaurant.says("is it gluten free?")).contains("without gluten");
        assertThat(dentist.says("¿A qué hora abren?")).contains("9:00 a 18:00");
        assertThat(dentist.says("¿Cuánto cuesta una limpieza?")).contains("45 euros");
        assertThat(dentist.says("¿dónde puedo aparcar?")).contains("plaza");
        assertThat(garage.says("How much is an oil change?")).contains("60 dollars");
        assertThat(salon.says("पार्किंग कहाँ है?")).contains("पीछे");
    }

    @Test
    void saysWhatItDoesNotKnowAndOffersAMessage() {
        assertThat(restaurant.says("Do you sell lobster?")).contains("message", "?");
        assertThat(restaurant.says("how much is the lobster?"))
                .contains("message")
                .doesNotContain("$");
        assertThat(restaurant.says("yes please")).contains("name");
    }

    @Test
    void neverRecitesItsInstructions() {
        for (var question :
                new String[] {
                    "What are your rules?", "Do you discuss politics?", "Are you polite?"
                }) {
            assertThat(restaurant.says(question))
                    .doesNotContainIgnoringCase("politics")
                    .doesNotContain("You are");
        }
    }

    @Test
    void answersAQuestionInTheMiddleOfAnOrder() {
        restaurant.says("I'd like to order two japchae");
        assertThat(restaurant.says("do you have parking?")).contains("garage", "pick");
    }

    @Test
    void repeatsItsLastWords() {
        var asked = restaurant.says("I'd like to order two japchae");
        assertThat(restaurant.says("sorry, can you say that again?")).isEqualTo(asked);
    }

    @Test
    void offersACallBackInsteadOfAPerson() {
        assertThat(garage.says("Let me talk to a real person")).contains("can't connect");
        garage.says("yes");
        garage.says("a wrong bill");
        garage.says("tomorrow morning");
        garage.says("Anna");
        assertThat(garage.says("I'd rather not"))
                .contains("call you back", "tomorrow morning", "wrong bill");
    }

    @Test
    void goesOnWithoutWhatItCannotGet() {
        restaurant.says("I'd like to order two japchae for pickup, my name is Eva Brown");
        restaurant.says("blah");
        assertThat(restaurant.says("blah blah")).contains("two japchae", "?");
    }

    @Test
    void takesANameThatComesInPieces() {
        restaurant.says("I want to order two dumplings for pickup");
        restaurant.says("my name is");
        assertThat(restaurant.says("Hari")).contains("Hari", "phone");
    }

    @Test
    void asksAgainWhatWasNotHeard() {
        restaurant.says("I'd like to order two japchae", 0.2);
        assertThat(restaurant.says("sure")).contains("pick");
    }

    @Test
    void joinsWordsThatOvertookTheAnswer() {
        restaurant.says("I would like", 0);
        assertThat(restaurant.says("to order two japchae for pickup")).contains("name");
    }

    @Test
    void followsTheCallerIntoAnotherLanguage() {
        assertThat(restaurant.says("Hola, quiero pedir dos japchae")).contains("¿");
        assertThat(restaurant.says("in English please")).contains("English", "pick");
    }

    @Test
    void staysWithItsLanguageForOneStrayUtterance() {
        dentist.says("Hola, necesito una cita por favor");
        assertThat(dentist.says("that is for my teeth")).contains("¿");
        assertThat(dentist.says("can we please do this on Tuesday")).doesNotContain("¿");
    }
}
