package dev.parley.samples;

import dev.parley.accounts.OrgId;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentId;
import dev.parley.agents.Mission;
import dev.parley.agents.Mission.Stage;
import dev.parley.agents.Voice;
import dev.parley.agents.Voice.LanguageAccent;
import java.util.List;

/// Somebody to talk to on the first day: Sophia, who answers the telephone of a restaurant.
final class SampleHost {
    private static final String PROMPT =
            """
            You are {name}, the {role} of {company_name}, a restaurant with a wood-fired kitchen.
            Be warm and brief. Take orders and messages, and never promise what you do not know.

            We are open from Tuesday to Sunday, from 12 noon to 10 in the evening. We are closed on Mondays.
            Our address is 48 Harbour Street, Springfield.
            There is free parking behind the house, with twelve places.
            Tables for up to eight people can be booked; larger groups should leave a message for the manager.
            Delivery is within five miles, free of charge, and takes about forty minutes.
            Pickup orders are ready in twenty to thirty minutes.
            We accept cash and all major cards.
            """;

    /// Whoever speaks best where this server runs.
    private static final String ANY_VOICE = "";

    private SampleHost() {}

    static Agent of(AgentId id, OrgId org, String by, String now) {
        return new Agent(
                id,
                org,
                "Sophia",
                "",
                mission(),
                "host",
                "Answers calls, takes orders and messages, and tells callers about the house",
                null,
                null,
                new Voice(
                        "Female",
                        new LanguageAccent("English", "American"),
                        ANY_VOICE,
                        null,
                        false),
                null,
                "TRATA",
                null,
                "active",
                "America/New_York",
                by,
                now,
                by,
                now);
    }

    /// What Sophia knows and how she leads a call.
    static Mission mission() {
        return new Mission(
                PROMPT,
                null,
                "Hello, thank you for calling {company_name}. This is {name}. What can I do for you?",
                List.of(
                        new Stage(
                                "Welcome",
                                "Find out whether the caller wants to order, to book a table, to ask"
                                        + " something or to leave a message.",
                                null),
                        new Stage(
                                "Help",
                                "Take the order or the message, or answer the question.",
                                "For an order, ask whether it is for pickup or delivery."),
                        new Stage(
                                "Contact",
                                "Ask for the caller's name and phone number, and for the address when"
                                        + " something is to be delivered.",
                                null),
                        new Stage(
                                "Confirm",
                                "Read everything back and ask whether it is right.",
                                null)),
                "Thank you for calling {company_name}. Goodbye!");
    }
}
