package dev.parley.brains;

import dev.parley.accounts.OrgId;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentId;
import dev.parley.agents.Mission;
import dev.parley.agents.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agents of several businesses, as their owners would write them.
public final class Businesses {
    private Businesses() {}

    private static final String OLIVE_AND_EMBER =
            """
            You are {name}, the {role} of {company_name}, a restaurant with a wood-fired kitchen.
            Be warm and brief. Take orders and messages, and never promise what you do not know.

            We are open from Tuesday to Sunday, from 12 noon to 10 in the evening. We are closed on Mondays.
            Our address is 48 Harbour Street, Springfield.
            There is free parking behind the house, with twelve places.
            Tables for up to eight people can be booked; larger groups should leave a message for the manager.
            Delivery is within five miles and takes about forty minutes. The delivery fee is 3 dollars, and free above 40 dollars.
            Pickup orders are ready in twenty to thirty minutes.
            We accept cash and all major cards.

            The ember chicken wings cost 12 dollars and are spicy.
            The smoked lamb flatbread costs 15 dollars.
            The grilled vegetable platter costs 14 dollars; it is vegan and gluten free.
            The four olive pizza costs 16 dollars; it is vegetarian.
            The fire-roasted salmon costs 22 dollars.
            The honey and walnut cake costs 8 dollars; it contains nuts.
            Home-made lemonade costs 4 dollars.
            Our most popular dish is the smoked lamb flatbread.
            Dishes with nuts are marked on the menu; please tell us about allergies when you order.
            """;

    /// A restaurant whose whole menu is in its mission.
    public static Agent oliveAndEmber() {
        return agent(
                "Sophia",
                "English",
                new Mission(
                        OLIVE_AND_EMBER,
                        null,
                        "Hello, thank you for calling {company_name}. This is {name}. What can I do for you?",
                        List.of(
                                new Mission.Stage(
                                        "Welcome",
                                        "Find out whether the caller wants to order, to book a table, to ask"
                                                + " something or to leave a message.",
                                        null),
                                new Mission.Stage(
                                        "Help",
                                        "Take the order or the message, or answer the question.",
                                        "For an order, ask whether it is for pickup or delivery."),
                                new Mission.Stage(
                                        "Contact",
                                        "Ask for the caller's name and phone number, and for the address when"
                                                + " something is to be delivered.",
                                        null),
                                new Mission.Stage(
                                        "Confirm",
                                        "Read everything back and ask whether it is right.",
                                        null)),
                        "Thank you for calling {company_name}. Goodbye!"));
    }

    public static Agent restaurant() {
        return agent(
                "Sophia",
                "English",
                new Mission(
                        """
                        You are {name}, the {role} of {company_name}. Always be polite and never discuss politics.
                        Take food orders and answer questions about the restaurant. Keep your answers short.
                        We are open from 11 am to 10 pm every day except Monday.
                        The restaurant is at 16 West 22nd Street in New York.
                        Parking is available in the garage next door.

                        Menu:
                        - Spicy Beef Bulgogi - $24
                        - Spicy Korean Chicken Wings - $14
                        - Japchae Noodles - $18
                        - Vegetable Dumplings - $11

                        If asked about gluten, say that all dishes can be made without gluten.
                        """,
                        null,
                        "Hi, thanks for calling. How may I help you today?",
                        List.of(
                                new Mission.Stage(
                                        "Order",
                                        "Ask which dishes the caller would like and whether it is for pickup or delivery.",
                                        null),
                                new Mission.Stage(
                                        "Details", "Ask for the name and the phone number.", null),
                                new Mission.Stage(
                                        "Confirm", "Repeat the order and confirm it.", null)),
                        "Thanks for calling, goodbye!"));
    }

    public static Agent dentist() {
        return agent(
                "Lucía",
                "Spanish",
                new Mission(
                        """
                        Eres {name}, recepcionista de {company_name}. Sé amable y breve. Nunca des consejos médicos.
                        Abrimos de lunes a viernes de 9:00 a 18:00.
                        Una limpieza dental cuesta 45 euros.
                        Estamos en la calle Serrano 20, en Madrid.
                        Hay un aparcamiento público en la plaza de al lado.
                        Aceptamos tarjetas y efectivo.
                        """,
                        null,
                        "Hola, Clínica Sonrisa, ¿en qué puedo ayudarle?",
                        List.of(
                                new Mission.Stage(
                                        "Cita",
                                        "Pregunta el motivo de la cita, el día y la hora.",
                                        null),
                                new Mission.Stage(
                                        "Datos",
                                        "Pide el nombre y el teléfono.",
                                        "Pregunta si tiene seguro médico.")),
                        "Gracias por llamar."));
    }

    public static Agent salon() {
        return agent(
                "Asha",
                "Hindi",
                new Mission(
                        """
                        आप {name} हैं, {company_name} की रिसेप्शनिस्ट। हमेशा विनम्र रहें। ग्राहक का नाम पूछें।
                        हमारा सैलून सुबह 10 बजे से रात 8 बजे तक खुलता है।
                        बाल कटवाने की कीमत 300 रुपये है।
                        पार्किंग सैलून के पीछे है।
                        """,
                        null,
                        "नमस्ते, मैं आपकी क्या मदद कर सकती हूँ?",
                        null,
                        "धन्यवाद!"));
    }

    public static Agent garage() {
        return agent(
                "Max",
                "English",
                new Mission(
                        null,
                        "Help callers of the garage, book repair appointments and take messages for the mechanics. "
                                + "We repair all makes of cars. An oil change costs 60 dollars. "
                                + "Opening hours are Monday to Friday, 8 am to 6 pm. "
                                + "Customers can park in front of the workshop.",
                        "Garage Miller, hello?",
                        List.of(
                                new Mission.Stage(
                                        "Qualify",
                                        "Ask the caller which model they drive.",
                                        "Ask if they need a loan car."),
                                new Mission.Stage(
                                        "Contact", "Collect name, phone and email.", null)),
                        null));
    }

    public static Agent agent(String name, String language, @Nullable Mission mission) {
        var voice =
                new Voice(
                        "Female",
                        new Voice.LanguageAccent(language, "American"),
                        "model",
                        null,
                        false);
        var time = "2026-01-01T00:00:00.000000";
        return new Agent(
                new AgentId("aia.1726903132.obUuT7vM"),
                new OrgId("org.1726902940.GZChqlpU"),
                name,
                "https://example.com/a.png",
                mission,
                "receptionist",
                "Answers the phone",
                null,
                null,
                voice,
                null,
                null,
                null,
                "active",
                "UTC",
                "test",
                time,
                "test",
                time);
    }
}
