package dev.parley.platform.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The settings are wrong; the message lists every mistake with a number.
public final class SettingsMistaken extends RuntimeException {
    SettingsMistaken(List<String> mistakes) {
        super(
                IntStream.range(0, mistakes.size())
                        .mapToObj(i -> "  " + (i + 1) + ". " + mistakes.get(i))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "The settings cannot be used as they are:\n",
                                        "\n`./parley help` lists every setting.")));
    }
}
