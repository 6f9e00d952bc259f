package dev.parley.templates;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.json.Json;
import dev.parley.understanding.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The templates of one language as they are answered, JSON in UTF-8.
///
/// @param prompts an object of templates by their keys, which are the same in every language
/// @param roles a list of job titles
/// @param actions a list of bodies that make an action
record Shelf(byte[] prompts, byte[] roles, byte[] actions) {
    /// Reads the files that lie beside this class.
    static Shelf of(Language language) {
        var prompts = prompts(language);
        var roles = prompts.values().stream().map(PromptTemplate::asRole).toList();
        return new Shelf(Json.bytes(prompts), Json.bytes(roles), actions(language));
    }

    static Map<String, PromptTemplate> prompts(Language language) {
        return PromptFile.read(new String(bytes("prompts-" + code(language) + ".txt"), UTF_8));
    }

    /// Parsed and written again, so that no blank of the file is sent.
    private static byte[] actions(Language language) {
        try {
            return Json.bytes(Json.parse(bytes("actions-" + code(language) + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(Language language) {
        return switch (language) {
            case ENGLISH -> "en";
            case SPANISH -> "es";
            case HINDI -> "hi";
        };
    }

    private static byte[] bytes(String name) {
        try (var file = Shelf.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("No templates " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
