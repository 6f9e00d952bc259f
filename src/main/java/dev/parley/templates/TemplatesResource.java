package dev.parley.templates;

import dev.parley.accounts.Authentication;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.understanding.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What the console offers to start from. Everybody is offered the same.
public final class TemplatesResource {
    private static final Map<String, Language> LANGUAGES =
            Map.of(
                    "en", Language.ENGLISH,
                    "english", Language.ENGLISH,
                    "es", Language.SPANISH,
                    "spanish", Language.SPANISH,
                    "español", Language.SPANISH,
                    "hi", Language.HINDI,
                    "hindi", Language.HINDI,
                    "हिन्दी", Language.HINDI,
                    "हिंदी", Language.HINDI);

    private final Map<Language, Shelf> shelves = new ConcurrentHashMap<>();

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/ui/prompt-templates", access.toRead(), this::listPromptTemplates),
                Route.get("/v1/ui/role-templates", access.toRead(), this::listRoleTemplates),
                Route.get("/v1/ui/action-templates", access.toRead(), this::listActionTemplates));
    }

    private Response listPromptTemplates(Request request) {
        return answer(request, Shelf::prompts);
    }

    private Response listRoleTemplates(Request request) {
        return answer(request, Shelf::roles);
    }

    private Response listActionTemplates(Request request) {
        return answer(request, Shelf::actions);
    }

    private Response answer(Request request, Function<Shelf, byte[]> part) {
        var language = language(request.query("language").orElse("en"));
        return Response.okJson(part.apply(shelves.computeIfAbsent(language, Shelf::of)));
    }

    /// A code with or without a region, or a language's name.
    private static Language language(String name) {
        var language = LANGUAGES.get(name.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
        if (language == null) {
            throw new Problem.Invalid(
                    "query",
                    "language",
                    "Should be 'en' (English), 'es' (Spanish) or 'hi' (Hindi)",
                    "enum");
        }
        return language;
    }
}
