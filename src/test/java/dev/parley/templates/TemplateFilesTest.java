package dev.parley.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agents.Agent;
import dev.parley.agents.Mission;
import dev.parley.agents.Mission.Stage;
import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.testing.Agents;
import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The templates themselves: complete in every language, and nothing in them a caller should not
/// hear.
class TemplateFilesTest {
    private static final Set<String> ROLES =
            Set.of(
                    "receptionist",
                    "restaurant",
                    "clinic",
                    "property",
                    "support",
                    "sales",
                    "collections",
                    "survey");
    private static final Set<String> PLACEHOLDERS =
            Set.of("{name}", "{role}", "{roleDescription}", "{company_name}");
    private static final Pattern BRACES = Pattern.compile("[{\\[<][^}\\]>]*[}\\]>]");

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasEveryRoleInEveryLanguage(Language language) {
        var prompts = Shelf.prompts(language);

        assertThat(prompts.keySet()).containsAll(ROLES);
        assertThat(stages(prompts)).isEqualTo(stages(Shelf.prompts(Language.ENGLISH)));
        prompts.forEach((key, template) -> {
            assertThat(texts(template)).as(key).noneMatch(String::isBlank);
            assertThat(template.prompt().length()).as(key).isBetween(1_000, 4_000);
        });
    }

    /// The templates in their order, each with the number of its stages.
    private static List<String> stages(Map<String, PromptTemplate> prompts) {
        return prompts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().sequences().size())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isWrittenInItsLanguage(Language language) {
        Shelf.prompts(language)
                .forEach((key, template) -> {
                    for (var text : List.of(template.prompt(), template.roleDescription())) {
                        assertThat(Languages.of(text, language)).as(key).isEqualTo(language);
                    }
                    boolean isDevanagari = template.name().codePoints().allMatch(c -> c >= 0x900);
                    assertThat(isDevanagari).as(key).isEqualTo(language == Language.HINDI);
                });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leavesBlanksOnlyWhereTheServerFillsThem(Language language) {
        Shelf.prompts(language)
                .forEach((key, template) -> {
                    var found =
                            texts(template)
                                    .flatMap(text -> BRACES.matcher(text).results())
                                    .map(MatchResult::group)
                                    .collect(Collectors.toSet());

                    assertThat(found).as(key).isEqualTo(PLACEHOLDERS);
                });
    }

    /// The built-in brain tells callers what a mission states: instructions must not be among it.
    @ParameterizedTest
    @EnumSource(Language.class)
    void statesNothingTheBuiltInBrainWouldTellCallers(Language language) {
        Shelf.prompts(language)
                .forEach((key, template) ->
                        assertThat(MissionFacts.of(agent(template, language), "Sunrise"))
                                .as(key)
                                .isEmpty());
    }

    static Agent agent(PromptTemplate template, Language language) {
        var prompt =
                template.prompt()
                        .replace("{role}", template.role())
                        .replace("{roleDescription}", template.roleDescription());
        var mission = new Mission(prompt, null, null, template.sequences(), null);
        var name =
                language.name().charAt(0) + language.name().substring(1).toLowerCase(Locale.ROOT);
        return Agents.speaking(name, mission);
    }

    @Test
    void readsTemplatesInTheOrderOfTheFile() {
        var read =
                PromptFile.read(
                        """
                        === second
                        name: B
                        role: r
                        does: What: this
                        stage: S
                        do: D
                        note: N
                        stage: T
                        do: E
                        prompt:
                        One: two.

                        Three.

                        === first
                        name: A
                        role: q
                        does: d
                        prompt:
                        x
                        """);

        assertThat(read)
                .containsExactly(
                        Map.entry(
                                "second",
                                new PromptTemplate(
                                        "One: two.\n\nThree.",
                                        List.of(
                                                new Stage("S", "D", "N"),
                                                new Stage("T", "E", null)),
                                        "r",
                                        "What: this",
                                        "B")),
                        Map.entry("first", new PromptTemplate("x", List.of(), "q", "d", "A")));
    }

    @Test
    void refusesAFileOfAnotherForm() {
        for (var text :
                List.of(
                        "=== a\nname: A\nrole: r\nprompt:\nx",
                        "=== a\nname: A\nrole: r\ndoes: d",
                        "=== a\nname A\n")) {
            assertThatThrownBy(() -> PromptFile.read(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Stream<String> texts(PromptTemplate template) {
        return Stream.concat(
                Stream.of(
                        template.prompt(),
                        template.role(),
                        template.roleDescription(),
                        template.name()),
                template.sequences().stream()
                        .flatMap(stage ->
                                Stream.of(
                                        stage.stageName(),
                                        stage.description(),
                                        stage.otherNotes() == null ? "-" : stage.otherNotes())));
    }
}
