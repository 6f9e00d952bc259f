package dev.parley.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// What the operator has set: environment variables, and below them an optional file of the same
/// names. Mistakes are collected while features read their records, and told together by [#check].
public final class Settings {
    /// Names of the file itself.
    public static final Setting<String> FILE =
            Setting.text(
                    "PARLEY_CONFIG",
                    "parley.conf",
                    "file of settings, NAME=value a line; the environment wins over it");

    private final Map<String, String> values;
    private final List<String> mistakes = new ArrayList<>();

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /// The settings in `environment` and in the file it names. Names that start with `PARLEY_` and
    /// are not in `known` are mistakes.
    public static Settings read(Map<String, String> environment, Set<String> known) {
        var values = new HashMap<String, String>();
        var file = Path.of(environment.getOrDefault(FILE.name(), FILE.fallback()));
        var settings = new Settings(values);
        if (Files.exists(file)) {
            values.putAll(settings.fileValues(file));
        } else if (environment.containsKey(FILE.name())) {
            settings.mistakes.add(FILE.name() + " names a file that is not there: " + file);
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("PARLEY_")) {
                values.put(name, value);
            }
        });
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> settings.mistakes.add(name + " is not a setting of Parley"));
        return settings;
    }

    /// The value of `setting`; after a mistake its fallback, so that reading can go on to the next.
    public <T> T get(Setting<T> setting) {
        var text = values.getOrDefault(setting.name(), setting.fallback()).strip();
        try {
            return setting.reader().apply(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(setting.name() + " " + e.getMessage());
            return setting.reader().apply(setting.fallback());
        }
    }

    /// Adds a mistake that only several settings together show.
    public void mistake(String what) {
        mistakes.add(what);
    }

    /// @throws SettingsMistaken with every mistake, numbered, when there is one
    public void check() {
        if (!mistakes.isEmpty()) {
            throw new SettingsMistaken(mistakes);
        }
    }

    private Map<String, String> fileValues(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("The settings file " + file + " cannot be read: " + e.getMessage());
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
