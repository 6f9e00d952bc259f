package dev.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brains.Businesses;
import dev.parley.extraction.Extractor.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the built-in brain agreed on with a caller is read back out of the transcript.
class BuiltInConversationsTest {
    private static final Path CALLS = Path.of("src/test/resources/extraction/built-in-calls.txt");

    /// A caller's part, and what must be found out.
    private record Scripted(List<String> lines) {
        String title() {
            return Objects.requireNonNull(after("= "));
        }

        @Nullable String expected(String key) {
            return after("# " + key + ": ");
        }

        Call call() {
            var turns =
                    lines.stream()
                            .filter(line -> line.startsWith("> "))
                            .map(line -> line.substring(2))
                            .toList();
            var business = Objects.requireNonNull(after("@ "));
            return switch (business) {
                case "garage" -> BuiltInCall.to(Businesses.garage(), "Garage Miller", "US", turns);
                case "clinic" ->
                        BuiltInCall.to(Businesses.dentist(), "Clínica Sonrisa", "ES", turns);
                case "salon" -> BuiltInCall.to(Businesses.salon(), "सुंदर सैलून", "IN", turns);
                case "cote" ->
                        BuiltInCall.to(
                                Businesses.restaurant(), "Cote Korean Steak House", "IN", turns);
                case "olive" ->
                        BuiltInCall.to(Businesses.oliveAndEmber(), "Olive and Ember", "US", turns);
                default -> throw new IllegalArgumentException(business);
            };
        }

        private @Nullable String after(String start) {
            return lines.stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse(null);
        }
    }

    @TestFactory
    Stream<DynamicTest> readsEveryKindOfCall() throws IOException {
        return Arrays.stream(Files.readString(CALLS).split("\n\n"))
                .map(text -> new Scripted(text.lines().toList()))
                .filter(script -> script.lines().getFirst().startsWith("= "))
                .map(script -> DynamicTest.dynamicTest(script.title(), () -> check(script)));
    }

    private static void check(Scripted script) {
        var call = script.call();
        var facts = new BuiltInExtractor().extract(call);
        var shown = shown(call, facts);
        var statuses = Objects.requireNonNull(script.expected("status")).split("\\|");

        assertThat(String.valueOf(facts.prospectStatus())).as(shown).isIn((Object[]) statuses);
        assertThat(facts.nameOfCaller()).as(shown).isEqualTo(script.expected("name"));
        assertThat(facts.phoneNumberOfCaller()).as(shown).isEqualTo(script.expected("phone"));
        var item = script.expected("item");
        if (item == null) {
            assertThat(facts.actionItems()).as(shown).isNull();
        } else {
            assertThat(facts.actionItems()).as(shown).anyMatch(one -> holds(one, item));
        }
        var wish = script.expected("summary");
        assertThat(facts.summary()).as(shown).matches(text -> wish == null || holds(text, wish));
    }

    private static String shown(Call call, Analytics facts) {
        var shown = new StringBuilder();
        for (var line : call.lines()) {
            shown.append(line.speaker()).append(": ").append(line.message()).append('\n');
        }
        return shown.append(facts).toString();
    }

    private static boolean holds(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
