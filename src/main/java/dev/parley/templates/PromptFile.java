package dev.parley.templates;

import dev.parley.agents.Mission.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a file of prompt templates. Each begins with a line `=== key`, then has one line each for
/// `name`, `role` and `does`, for every stage the lines `stage`, `do` and perhaps `note`, and ends
/// with `prompt:` and the text of it.
final class PromptFile {
    private static final String TEMPLATE = "=== ";
    private static final String PROMPT = "prompt:";

    private final Map<String, String> values = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private @Nullable StringBuilder prompt;

    private PromptFile() {}

    /// The templates by their keys, in the order of the file.
    ///
    /// @throws IllegalArgumentException when the text has another form
    static Map<String, PromptTemplate> read(String text) {
        var templates = new LinkedHashMap<String, PromptTemplate>();
        var reader = new PromptFile();
        var key = "";
        for (var line : text.lines().toList()) {
            if (line.startsWith(TEMPLATE)) {
                if (!key.isEmpty()) {
                    templates.put(key, reader.template());
                }
                key = line.substring(TEMPLATE.length()).strip();
                reader = new PromptFile();
            } else {
                reader.add(line);
            }
        }
        templates.put(key, reader.template());
        return templates;
    }

    private void add(String line) {
        if (prompt != null) {
            prompt.append(line).append('\n');
        } else if (line.equals(PROMPT)) {
            prompt = new StringBuilder();
        } else {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw new IllegalArgumentException("A name and a value expected: " + line);
            }
            addValue(line.substring(0, colon), line.substring(colon + 2).strip());
        }
    }

    private void addValue(String name, String value) {
        switch (name) {
            case "stage" -> stages.add(new Stage(value, "", null));
            case "do" -> {
                var stage = stages.removeLast();
                stages.add(new Stage(stage.stageName(), value, null));
            }
            case "note" -> {
                var stage = stages.removeLast();
                stages.add(new Stage(stage.stageName(), stage.description(), value));
            }
            default -> values.put(name, value);
        }
    }

    private PromptTemplate template() {
        if (prompt == null) {
            throw new IllegalArgumentException("A template without a prompt");
        }
        return new PromptTemplate(
                prompt.toString().strip(),
                List.copyOf(stages),
                value("role"),
                value("does"),
                value("name"));
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A template without " + name);
        }
        return value;
    }
}
