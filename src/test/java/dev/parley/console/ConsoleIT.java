package dev.parley.console;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People in a real browser use the console of a real server. Each story is a program in
/// `console/stories`; every one of them fails when the page asks another host for anything, breaks
/// its own policy or throws.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
    @TempDir private static Path folder;

    private static ConsoleHouse house;

    @BeforeAll
    static void start() throws Exception {
        house = new ConsoleHouse(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (house != null) {
            house.close();
        }
    }

    /// Only before anybody has a password there is a link, so this comes first.
    @Test
    @Order(1)
    void leadsFromTheFirstStartToTheFirstConversation() throws Exception {
        house.tell("first-start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "conversation",
                "keyboard",
                "knowledge",
                "action",
                "people",
                "widget",
                "budget"
            })
    @Order(2)
    void isUsedByPeople(String story) throws Exception {
        System.out.println(house.tell(story));
    }

    /// After the others, whose records are on the pages then.
    @ParameterizedTest
    @ValueSource(strings = {"accessible", "inert"})
    @Order(3)
    void isSafeAndForEverybody(String story) throws Exception {
        house.tell(story);
    }
}
