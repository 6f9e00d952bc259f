package dev.parley.console;

import java.nio.file.Files;

/// `./parley shots`: pictures of every page of the console, wide and narrow, light and dark, into
/// `docs/screens`.
public final class Shots {
    private Shots() {}

    public static void main(String[] arguments) throws Exception {
        try (var house = new ConsoleHouse(Files.createTempDirectory("shots"))) {
            System.out.println(house.tell("shots"));
        }
        System.exit(0);
    }
}
